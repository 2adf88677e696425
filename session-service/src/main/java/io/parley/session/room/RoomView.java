package io.parley.session.room;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;

import io.parley.session.session.model.CustomerSide;
import io.parley.session.session.model.SessionState;
import io.parley.session.session.model.StateName;
import io.parley.session.session.model.afterend.AccessMode;
import io.parley.session.session.model.content.SessionAsset;
import io.parley.session.session.model.content.WorkflowStep;
import io.parley.session.session.view.WorkflowView;
import io.parley.session.settings.LibraryAsset;
import io.parley.session.settings.Snapshot;

/**
 * What a customer sees in the room.
 *
 * @param access what may be done in it: FULL or VIEW
 * @param accessUntil when that is over; absent for never, and while the session goes on
 * @param assets what the agent put into the room
 * @param stepAssets what steps of workflows speak of, by the id in {@code step.asset}
 * @param attachments whether documents may be added
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RoomView(
        StateName state,
        AccessMode access,
        Instant accessUntil,
        String agentName,
        String teamName,
        BrandView brand,
        String customerName,
        List<AssetView> assets,
        List<WorkflowView> workflows,
        List<LibraryAsset> stepAssets,
        boolean chat,
        boolean attachments) {

    /**
     * An asset with what the pinned settings hold of it.
     *
     * @param id in this session
     * @param asset the library's id
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record AssetView(
            UUID id,
            UUID asset,
            int version,
            String name,
            String kind,
            String contentType,
            Long size,
            String url,
            String text,
            JsonNode schema) {

        static AssetView of(SessionAsset asset, Snapshot snapshot) {
            var library = snapshot.asset(asset.asset());
            return new AssetView(
                    asset.id(),
                    asset.asset(),
                    asset.version(),
                    asset.name(),
                    asset.kind(),
                    library.map(LibraryAsset::contentType).orElse(null),
                    library.map(LibraryAsset::size).orElse(null),
                    library.map(LibraryAsset::url).orElse(null),
                    library.map(LibraryAsset::text).orElse(null),
                    library.map(LibraryAsset::schema).orElse(null));
        }
    }

    static RoomView of(CustomerSide side, Snapshot snapshot) {
        var session = side.session();
        var content = session.content();
        var policy = session.origin().policy();
        boolean mayAdd = side.access() == AccessMode.FULL;
        return new RoomView(
                session.state().name(),
                side.access(),
                session.state() instanceof SessionState.Ended ended
                        ? ended.access().until()
                        : null,
                session.owner().name(),
                snapshot.team().name(),
                BrandView.of(snapshot.settings().brand()),
                session.customer().name(),
                content.assets().stream().map(a -> AssetView.of(a, snapshot)).toList(),
                content.workflows().stream().map(WorkflowView::of).toList(),
                content.workflows().stream()
                        .flatMap(w -> w.steps().stream())
                        .map(WorkflowStep::asset)
                        .filter(Objects::nonNull)
                        .distinct()
                        .flatMap(asset -> snapshot.asset(UUID.fromString(asset)).stream())
                        .toList(),
                policy.chat() && mayAdd,
                policy.attachments() && mayAdd);
    }

    /** Changes whenever the room does. */
    static String tag(CustomerSide side) {
        var journal = side.session().journal();
        return "\"" + journal.version() + "-" + journal.sequence() + "-" + side.access() + "\"";
    }
}
