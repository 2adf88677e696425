package io.parley.notification.register;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;

import io.parley.notification.message.model.StateName;

/** Looks messages up for operators. */
@ApplicationScoped
class Register implements PanacheRepositoryBase<MessageRow, UUID> {

    private final Attempts attempts;

    Register(Attempts attempts) {
        this.attempts = attempts;
    }

    /** Newest first, from after {@code cursor}; one more than {@code limit} where there is more. */
    Uni<List<MessageRow>> page(UUID session, StateName state, UUID cursor, int limit) {
        Map<String, Object> values = new LinkedHashMap<>();
        var where = new StringBuilder("true = true");
        add(where, values, " and sessionId = :session", "session", session);
        add(where, values, " and state = :state", "state", state);
        add(where, values, " and id < :cursor", "cursor", cursor);
        return find(where + " order by id desc", values).range(0, limit).list();
    }

    Uni<NotificationView> detail(UUID id) {
        return findById(id).chain(row -> row == null ? Uni.createFrom().nullItem() : withAttempts(row));
    }

    private Uni<NotificationView> withAttempts(MessageRow row) {
        return attempts.list("messageId = ?1 order by number", row.id)
                .map(history -> NotificationView.of(row, history));
    }

    private static void add(StringBuilder where, Map<String, Object> values, String clause, String name, Object value) {
        if (value != null) {
            where.append(clause);
            values.put(name, value);
        }
    }

    /** The attempts of messages. */
    @ApplicationScoped
    static class Attempts implements PanacheRepositoryBase<AttemptRow, AttemptRow.Key> {}
}
