package io.parley.session.session.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * What each command does in each situation, as data: command, situations, state or refusal, events by cause, messages.
 *
 * <p>{@code OVER} stands for all situations after an end, {@code =} for the state before, and {@code >} marks the event
 * that moves it.
 */
final class SessionMatrix {

    private static final String TABLE = """
            INVITE                 | PLANNED                        | INVITED
                | by invite: >session.invited workflow.started | invite anna@mail.test #1 for invite
            INVITE                 | INVITED                        | SESSION_ALREADY_INVITED
            INVITE                 | ACTIVE                         | CUSTOMER_ALREADY_JOINED
            INVITE                 | OVER                           | SESSION_ENDED
            RESEND                 | PLANNED                        | SESSION_NOT_INVITED
            RESEND                 | INVITED                        | INVITED | by resend: session.invited
                | cancel #1 SUPERSEDED; invite anna@mail.test #2 for resend
            RESEND                 | ACTIVE                         | CUSTOMER_ALREADY_JOINED
            RESEND                 | OVER                           | SESSION_ENDED
            REENGAGE               | PLANNED                        | PLANNED | by re-engage: session.re-engaged
            REENGAGE               | INVITED                        | INVITED
                | by re-engage: session.re-engaged session.invited workflow.restarted
                | cancel #1 SUPERSEDED; invite +4915100002 #2 for re-engage
            REENGAGE               | ACTIVE                         | CUSTOMER_ALREADY_JOINED
            REENGAGE               | OVER                           | SESSION_ENDED
            JOIN                   | PLANNED ENDED_PLANNED          | LINK_UNKNOWN
            JOIN                   | INVITED                        | ACTIVE  | by join: >session.joined
            JOIN                   | ACTIVE                         | ACTIVE
            JOIN                   | ENDED_INVITED                  | SESSION_ENDED
            JOIN                   | EXPIRED_INVITED                | SESSION_EXPIRED
            JOIN                   | ENDED_ACTIVE EXPIRED_ACTIVE    | ENDED
            JOIN_ON_ANOTHER_DEVICE | PLANNED ENDED_PLANNED          | LINK_UNKNOWN
            JOIN_ON_ANOTHER_DEVICE | INVITED                        | ACTIVE  | by join: >session.joined
            JOIN_ON_ANOTHER_DEVICE | ACTIVE                         | ANOTHER_DEVICE
            JOIN_ON_ANOTHER_DEVICE | ENDED_INVITED ENDED_ACTIVE     | SESSION_ENDED
            JOIN_ON_ANOTHER_DEVICE | EXPIRED_INVITED EXPIRED_ACTIVE | SESSION_EXPIRED
            END                    | PLANNED                        | ENDED   | by end: >session.ended
            END                    | INVITED                        | ENDED
                | by end: >session.ended workflow.stopped | cancel #1 WITHDRAWN
            END                    | ACTIVE                         | ENDED
                | by end: >session.ended workflow.stopped
            END                    | OVER                           | ENDED
            RENEW                  | PLANNED INVITED ACTIVE         | SESSION_NOT_ENDED
            RENEW                  | ENDED_PLANNED                  | PLANNED | by renew: >session.renewed
            RENEW                  | ENDED_INVITED                  | INVITED
                | by renew: >session.renewed session.invited workflow.started | invite anna@mail.test #2 for renew
            RENEW                  | ENDED_ACTIVE                   | ACTIVE
                | by renew: >session.renewed session.invited workflow.started | invite anna@mail.test #2 for renew
            RENEW                  | EXPIRED_INVITED                | INVITED
                | by renew: >session.renewed session.invited | invite anna@mail.test #2 for renew
            RENEW                  | EXPIRED_ACTIVE                 | ACTIVE
                | by renew: >session.renewed session.invited | invite anna@mail.test #2 for renew
            RENEW_SILENTLY         | PLANNED INVITED ACTIVE         | SESSION_NOT_ENDED
            RENEW_SILENTLY         | ENDED_PLANNED                  | PLANNED | by renew: >session.renewed
            RENEW_SILENTLY         | ENDED_INVITED                  | INVITED
                | by renew: >session.renewed workflow.started
            RENEW_SILENTLY         | ENDED_ACTIVE                   | ACTIVE
                | by renew: >session.renewed workflow.started
            RENEW_SILENTLY         | EXPIRED_INVITED                | INVITED | by renew: >session.renewed
            RENEW_SILENTLY         | EXPIRED_ACTIVE                 | ACTIVE  | by renew: >session.renewed
            TRANSFER               | PLANNED                        | PLANNED | by transfer: session.transferred
                | tell bob SESSION_TRANSFERRED; tell alice SESSION_TRANSFERRED
            TRANSFER               | INVITED                        | INVITED | by transfer: session.transferred
                | tell bob SESSION_TRANSFERRED; tell alice SESSION_TRANSFERRED
            TRANSFER               | ACTIVE                         | ACTIVE  | by transfer: session.transferred
                | tell bob SESSION_TRANSFERRED; tell alice SESSION_TRANSFERRED
            TRANSFER               | OVER                           | SESSION_ENDED
            TRANSFER_TO_OWNER      | ALL                            | =
            LABEL                  | PLANNED INVITED ACTIVE         | =       | by label: session.changed
            LABEL                  | OVER                           | SESSION_ENDED
            ADD_ASSET              | PLANNED INVITED ACTIVE         | =       | by change: asset.added
            ADD_ASSET              | OVER                           | SESSION_ENDED
            ADD_DOCUMENT           | PLANNED INVITED ACTIVE         | =       | by change: document.added
            ADD_DOCUMENT           | OVER                           | SESSION_ENDED
            UPLOAD_DOCUMENT        | PLANNED INVITED OVER           | ACCESS_ENDED
            UPLOAD_DOCUMENT        | ACTIVE                         | ACTIVE  | by change: document.added
            WRITE_AS_AGENT         | PLANNED INVITED ACTIVE         | =       | by message: session.message-added
            WRITE_AS_AGENT         | OVER                           | SESSION_ENDED
            WRITE_AS_CUSTOMER      | PLANNED INVITED OVER           | ACCESS_ENDED
            WRITE_AS_CUSTOMER      | ACTIVE                         | ACTIVE  | by message: session.message-added
            REMOVE_ASSET           | PLANNED INVITED ACTIVE         | =       | by change: asset.removed
            REMOVE_ASSET           | OVER                           | SESSION_ENDED
            ADD_WORKFLOW           | PLANNED                        | =       | by change: workflow.added
            ADD_WORKFLOW           | INVITED ACTIVE                 | =
                | by change: workflow.added workflow.started
            ADD_WORKFLOW           | OVER                           | SESSION_ENDED
            REMOVE_WORKFLOW        | PLANNED INVITED ACTIVE         | =       | by change: workflow.stopped
            REMOVE_WORKFLOW        | OVER                           | SESSION_ENDED
            RESTART_WORKFLOW       | PLANNED                        | SESSION_NOT_INVITED
            RESTART_WORKFLOW       | INVITED ACTIVE                 | =       | by restart: workflow.restarted
            RESTART_WORKFLOW       | OVER                           | SESSION_ENDED
            ISSUE_LINK             | PLANNED                        | SESSION_NOT_INVITED
            ISSUE_LINK             | INVITED ACTIVE                 | =       | by new-link: session.invited
            ISSUE_LINK             | OVER                           | SESSION_ENDED
            COMPLETE_STEP          | PLANNED INVITED OVER           | ACCESS_ENDED
            COMPLETE_STEP          | ACTIVE                         | ACTIVE  | by step: workflow.step-completed
            ASK_FOR_CODE           | PLANNED ENDED_PLANNED          | LINK_UNKNOWN
            ASK_FOR_CODE           | INVITED                        | CODE_NOT_ASKED
            ASK_FOR_CODE           | ACTIVE                         | ANOTHER_DEVICE
            ASK_FOR_CODE           | ENDED_INVITED ENDED_ACTIVE     | SESSION_ENDED
            ASK_FOR_CODE           | EXPIRED_INVITED EXPIRED_ACTIVE | SESSION_EXPIRED
            ASK_FOR_NEW_LINK       | PLANNED ENDED_PLANNED          | LINK_UNKNOWN
            ASK_FOR_NEW_LINK       | INVITED ACTIVE                 | LINK_NOT_EXPIRED
            ASK_FOR_NEW_LINK       | ENDED_INVITED ENDED_ACTIVE     | SESSION_ENDED
            ASK_FOR_NEW_LINK       | EXPIRED_INVITED EXPIRED_ACTIVE | SESSION_EXPIRED
            SENT                   | ALL                            | =
            DELIVERED              | PLANNED ACTIVE OVER            | =
            DELIVERED              | INVITED                        | INVITED | by delivery: invitation.delivered
            UNDELIVERED            | PLANNED ACTIVE OVER            | =
            UNDELIVERED            | INVITED                        | INVITED | by delivery: invitation.undelivered
                | tell alice INVITATION_UNDELIVERED (address-rejected)
            NO_TIME_PASSES         | ALL                            | =
            WORKFLOW_CLOCK_PASSES  | PLANNED OVER                   | =
            WORKFLOW_CLOCK_PASSES  | INVITED ACTIVE                 | =       | by workflow-clock: workflow.expired
            LINK_LIFETIME_PASSES   | PLANNED OVER                   | =
            LINK_LIFETIME_PASSES   | INVITED                        | INVITED
                | by workflow-clock: workflow.expired by link-lifetime: invitation.expired
            LINK_LIFETIME_PASSES   | ACTIVE                         | ACTIVE  | by workflow-clock: workflow.expired
            INACTIVITY_PASSES      | PLANNED OVER                   | =
            INACTIVITY_PASSES      | INVITED                        | ENDED
                | by workflow-clock: workflow.expired by link-lifetime: invitation.expired by inactivity: >session.expired
            INACTIVITY_PASSES      | ACTIVE                         | ENDED
                | by workflow-clock: workflow.expired by inactivity: >session.expired
            A_CENTURY_PASSES       | PLANNED                        | =
            A_CENTURY_PASSES       | INVITED                        | ENDED
                | by workflow-clock: workflow.expired by link-lifetime: invitation.expired by inactivity: >session.expired
                by renewability: session.renewability-ended
            A_CENTURY_PASSES       | ACTIVE                         | ENDED
                | by workflow-clock: workflow.expired by inactivity: >session.expired
                by access-after-end: session.access-ended by renewability: session.renewability-ended
            A_CENTURY_PASSES       | ENDED_PLANNED ENDED_INVITED EXPIRED_INVITED | =
                | by renewability: session.renewability-ended
            A_CENTURY_PASSES       | ENDED_ACTIVE EXPIRED_ACTIVE    | =
                | by access-after-end: session.access-ended by renewability: session.renewability-ended
            """;

    private SessionMatrix() {}

    /** One command in one situation. */
    record Cell(Ask ask, Situation situation, String outcome, List<String> events, List<String> messages) {

        boolean isRefused() {
            return !outcome.equals("=")
                    && Arrays.stream(StateName.values()).noneMatch(s -> s.name().equals(outcome));
        }

        @Override
        public String toString() {
            return ask + " when " + situation;
        }
    }

    static List<Cell> cells() {
        return TABLE.replaceAll("\n +", " ")
                .lines()
                .flatMap(SessionMatrix::cells)
                .toList();
    }

    private static Stream<Cell> cells(String line) {
        var columns =
                Arrays.stream((line + " | | ").split("\\|")).map(String::strip).toList();
        return situations(columns.get(1))
                .map(situation -> new Cell(
                        Ask.valueOf(columns.get(0)),
                        situation,
                        columns.get(2),
                        events(columns.get(3), situation.session().state().name(), columns.get(2)),
                        Arrays.stream(columns.get(4).split("; "))
                                .filter(m -> !m.isEmpty())
                                .toList()));
    }

    private static Stream<Situation> situations(String names) {
        return Arrays.stream(Situation.values())
                .filter(s -> Arrays.asList(names.split(" ")).contains(s.name())
                        || names.contains("OVER") && s.isOver()
                        || names.contains("ALL"));
    }

    private static List<String> events(String column, StateName before, String outcome) {
        var events = new ArrayList<String>();
        String cause = null;
        var state = before;
        for (String word : column.split(" ")) {
            if (word.endsWith(":")) {
                cause = word.substring(0, word.length() - 1);
            } else if (word.contains(".")) {
                var next = word.startsWith(">") ? StateName.valueOf(outcome) : state;
                events.add(Happened.event(word.replace(">", ""), cause, state, next));
                state = next;
            }
        }
        return events;
    }
}
