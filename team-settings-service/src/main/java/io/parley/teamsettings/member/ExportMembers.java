package io.parley.teamsettings.member;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Multi;

import io.parley.teamsettings.member.model.Csv;

/** Gives out all members, a part at a time as the reader wants it. */
@ApplicationScoped
class ExportMembers {

    private static final int PART = 500;

    private final MemberParts parts;

    ExportMembers(MemberParts parts) {
        this.parts = parts;
    }

    Multi<byte[]> lines() {
        var members = Multi.createBy()
                .repeating()
                .uni(() -> new AtomicReference<>(""), last -> parts.after(last.get(), PART)
                        .invoke(part -> keepLast(part, last)))
                .whilst(part -> part.size() == PART)
                .onItem()
                .transformToIterable(part -> part);
        var head = Multi.createFrom().item(MemberColumns.NAMES);
        return Multi.createBy().concatenating().streams(head, members).map(cells -> Csv.line(cells)
                .getBytes(StandardCharsets.UTF_8));
    }

    private static void keepLast(List<List<String>> part, AtomicReference<String> last) {
        if (!part.isEmpty()) {
            last.set(part.get(part.size() - 1).get(0));
        }
    }
}
