package io.parley.notification.intake;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

import io.parley.notification.message.Ledger;
import io.parley.notification.message.Move;
import io.parley.rest.tracing.Traceparent;

import static java.util.stream.Collectors.toList;

/**
 * Takes events into the ledger, each once: its inbox mark and its work commit together.
 *
 * <p>Plain SQL instead of entities: one statement takes a whole batch of requests.
 */
@ApplicationScoped
class Intake {

    /** A request whose cancel came first finds the cancel's row, completes it, and is never sent. */
    private static final String TAKE_REQUESTS = """
            with event as (
              select * from jsonb_to_recordset($1::jsonb) as v(
                event_id uuid, id uuid, session_id uuid, invitation_id uuid, kind text, channel text,
                contact_hint text, home_team uuid, owner text, correlation_id text, requested_at timestamptz,
                give_up_at timestamptz, request text, traceparent text)
            ), fresh as (
              insert into inbox (event_id) select event_id from event on conflict do nothing returning event_id
            ), taken as (
              insert into message as m (id, session_id, invitation_id, kind, channel, contact_hint, home_team, owner,
                                        correlation_id, requested_at, give_up_at, traceparent, state, due_at)
              select distinct on (id) id, session_id, invitation_id, kind, channel, contact_hint, home_team, owner,
                     correlation_id, requested_at, give_up_at, traceparent, 'REQUESTED', now()
                from event join fresh using (event_id)
               order by id
              on conflict (id) do update
                 set session_id = excluded.session_id, invitation_id = excluded.invitation_id, kind = excluded.kind,
                     channel = excluded.channel, contact_hint = excluded.contact_hint,
                     home_team = excluded.home_team, owner = excluded.owner,
                     correlation_id = excluded.correlation_id, requested_at = excluded.requested_at,
                     give_up_at = excluded.give_up_at,
                     traceparent = excluded.traceparent
               where m.requested_at is null
              returning id, state
            )
            insert into content (message_id, request)
            select id, request from event join taken using (id) where taken.state = 'REQUESTED'
            on conflict do nothing
            """;

    private static final String MARK = "insert into inbox (event_id) values ($1) on conflict do nothing";

    private static final String CANCEL_FIRST = """
            insert into message (id, session_id, state, ended_at) values ($1, $2, $3, now()) on conflict do nothing
            """;

    private final Ledger ledger;

    Intake(Ledger ledger) {
        this.ledger = ledger;
    }

    Uni<Void> take(List<Arrival> arrivals) {
        return ledger.inTransaction(
                connection -> takeRequests(connection, arrivals).chain(() -> takeCancels(connection, arrivals)));
    }

    private static Uni<Void> takeRequests(SqlConnection connection, List<Arrival> arrivals) {
        var json = new JsonArray(arrivals.stream()
                .filter(arrival -> arrival.request() != null)
                .map(Intake::row)
                .collect(toList()));
        return json.isEmpty()
                ? Uni.createFrom().voidItem()
                : connection
                        .preparedQuery(TAKE_REQUESTS)
                        .execute(Tuple.of(json))
                        .replaceWithVoid();
    }

    private Uni<Void> takeCancels(SqlConnection connection, List<Arrival> arrivals) {
        return Multi.createFrom()
                .iterable(arrivals)
                .filter(arrival -> arrival.cancel() != null)
                .onItem()
                .transformToUniAndConcatenate(arrival -> once(connection, arrival))
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Void> once(SqlConnection connection, Arrival arrival) {
        return connection
                .preparedQuery(MARK)
                .execute(Tuple.of(arrival.eventId()))
                .chain(marked ->
                        marked.rowCount() == 0 ? Uni.createFrom().voidItem() : cancel(connection, arrival.cancel()));
    }

    private Uni<Void> cancel(SqlConnection connection, Cancel cancel) {
        return connection
                .preparedQuery(CANCEL_FIRST)
                .execute(Tuple.of(
                        cancel.messageId(),
                        cancel.sessionId(),
                        cancel.reason().outcome().name()))
                .chain(inserted ->
                        inserted.rowCount() == 1 ? Uni.createFrom().voidItem() : cancelKnown(connection, cancel));
    }

    private Uni<Void> cancelKnown(SqlConnection connection, Cancel cancel) {
        return ledger.lock(connection, List.of(cancel.messageId()))
                .chain(entries -> ledger.write(
                        connection,
                        entries.stream()
                                .map(entry -> Move.to(entry, entry.state().cancel(cancel.reason())))
                                .collect(toList())));
    }

    private static JsonObject row(Arrival arrival) {
        var request = arrival.request();
        return new JsonObject()
                .put("event_id", arrival.eventId())
                .put("id", request.messageId())
                .put("session_id", request.sessionId())
                .put("invitation_id", request.invitationId())
                .put("kind", request.kind())
                .put("channel", request.channel())
                .put("contact_hint", Plain.masked(request.to()))
                .put("home_team", request.homeTeam())
                .put("owner", Plain.line(request.owner()))
                .put("correlation_id", arrival.correlationId())
                .put("requested_at", request.requestedAt())
                .put("give_up_at", request.giveUpAt())
                .put("traceparent", Traceparent.of(arrival.span()))
                // As text within text, so that no character of it can upset the row's JSON
                .put("request", arrival.json());
    }
}
