package io.parley.session.history.export;

import java.util.Locale;
import java.util.function.Function;

import io.parley.session.session.model.content.WorkflowState;
import io.parley.session.session.view.SessionView;

/** What an export tells of a session, in this order: nothing of what is in its room. */
enum Column {
    ID("id", SessionView::id),
    STATE("state", SessionView::state),
    PREVIOUS_STATE("previousState", SessionView::previousState),
    END_REASON("endReason", SessionView::endReason),
    OWNER("owner", SessionView::owner),
    HOME_TEAM("homeTeam", SessionView::homeTeam),
    SETTINGS_TEAM("settingsTeam", session -> session.settings().team()),
    SETTINGS_REVISION("settingsRevision", session -> session.settings().revision()),
    CUSTOMER_NAME("customerName", session -> session.customer().name()),
    EMAIL("email", session -> session.customer().email()),
    PHONE("phone", session -> session.customer().phone()),
    LOCALE("locale", session -> session.customer().locale()),
    EXTERNAL_ID("externalId", SessionView::externalId),
    INVITATION_STATE(
            "invitationState",
            session ->
                    session.invitation() == null ? null : session.invitation().state()),
    CREATED_AT("createdAt", SessionView::createdAt),
    INVITED_AT("invitedAt", SessionView::invitedAt),
    JOINED_AT("joinedAt", SessionView::joinedAt),
    ENDED_AT("endedAt", SessionView::endedAt),
    EXPIRES_AT("expiresAt", SessionView::expiresAt),
    WORKFLOWS("workflows", session -> session.workflows().size()),
    WORKFLOWS_COMPLETED("workflowsCompleted", Column::completed),
    UPDATED("updated", SessionView::updated),
    SEQUENCE("sequence", SessionView::sequence);

    private static final String COMPLETED =
            WorkflowState.Completed.class.getSimpleName().toUpperCase(Locale.ROOT);

    private final String title;
    private final Function<SessionView, Object> value;

    Column(String title, Function<SessionView, Object> value) {
        this.title = title;
        this.value = value;
    }

    private static long completed(SessionView session) {
        return session.workflows().stream()
                .filter(workflow -> workflow.state().equals(COMPLETED))
                .count();
    }

    String title() {
        return title;
    }

    /** Null where there is none. */
    Object of(SessionView session) {
        return value.apply(session);
    }
}
