package io.parley.teamsettings.asset;

import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;

import io.parley.rest.problem.Problem;
import io.parley.teamsettings.change.Change;
import io.parley.teamsettings.change.Changes;
import io.parley.teamsettings.change.Moment;
import io.parley.teamsettings.problem.ProblemType;
import io.parley.teamsettings.rest.Tag;

/** Makes a draft the next version, which is never changed; and takes assets out of use and back. */
@ApplicationScoped
class PublishAsset {

    private final Changes changes;
    private final Assets assets;

    PublishAsset(Changes changes, Assets assets) {
        this.changes = changes;
        this.assets = assets;
    }

    @WithTransaction
    Uni<AssetRow> publish(UUID id, String ifMatch) {
        return changes.next().chain(moment -> assets.get(id)
                .invoke(asset -> new Tag(asset.revision).allow(ifMatch))
                .invoke(PublishAsset::requireReady)
                .invoke(asset -> asset.published++)
                .call(asset -> assets.add(version(asset, moment)))
                .call(asset -> told(asset, moment, "published version " + asset.published)));
    }

    @WithTransaction
    Uni<AssetRow> archive(UUID id, boolean archived, String ifMatch) {
        return changes.next().chain(moment -> assets.get(id)
                .invoke(asset -> new Tag(asset.revision).allow(ifMatch))
                .invoke(asset -> asset.archived = archived)
                .call(asset -> told(asset, moment, archived ? "archived" : "back in use")));
    }

    /** Only what was never published; nothing can have it. */
    @WithTransaction
    Uni<Void> delete(UUID id, String ifMatch) {
        return changes.next().chain(moment -> assets.get(id)
                .invoke(asset -> new Tag(asset.revision).allow(ifMatch))
                .invoke(PublishAsset::requireUnpublished)
                .call(assets::delete)
                .chain(asset ->
                        changes.tell(moment, Change.ofItem(Change.Kind.DRAFT, null, id, "deleted " + asset.name))));
    }

    /** Sessions of teams that see the asset only in a workflow start differently, too. */
    private Uni<Void> told(AssetRow asset, Moment moment, String detail) {
        asset.revision = moment.revision();
        return assets.teamsThatShow(asset.id)
                .chain(shown -> changes.tell(
                        moment,
                        Stream.concat(Arrays.stream(asset.teams), shown.stream())
                                .distinct()
                                .map(team -> Change.ofItem(Change.Kind.ASSETS, team, asset.id, detail))
                                .toList()));
    }

    private static AssetVersionRow version(AssetRow asset, Moment moment) {
        var version = new AssetVersionRow();
        version.asset = asset.id;
        version.version = asset.published;
        version.name = asset.name;
        version.kind = asset.kind;
        version.text = asset.text;
        version.url = asset.url;
        version.schema = asset.schema;
        version.content = asset.content;
        version.publishedAt = moment.at();
        version.author = moment.author();
        return version;
    }

    private static void requireReady(AssetRow asset) {
        if (asset.archived) {
            throw new Problem(ProblemType.ARCHIVED, null);
        }
        var isThere = asset.text != null || asset.url != null || asset.schema != null || asset.content != null;
        if (!isThere) {
            throw new Problem(ProblemType.NOTHING_TO_PUBLISH, null);
        }
    }

    private static void requireUnpublished(AssetRow asset) {
        if (asset.published > 0) {
            throw new Problem(ProblemType.ALREADY_PUBLISHED, null);
        }
    }
}
