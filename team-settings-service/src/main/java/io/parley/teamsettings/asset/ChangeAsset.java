package io.parley.teamsettings.asset;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.uuid.Generators;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;

import io.parley.rest.problem.Problem;
import io.parley.teamsettings.change.Change;
import io.parley.teamsettings.change.Changes;
import io.parley.teamsettings.change.Moment;
import io.parley.teamsettings.content.Contents;
import io.parley.teamsettings.content.StoredContent;
import io.parley.teamsettings.problem.ProblemType;
import io.parley.teamsettings.rest.Tag;
import io.parley.teamsettings.team.Teams;

/** Makes and edits drafts of assets; no session sees a draft, but its teams change at once. */
@ApplicationScoped
class ChangeAsset {

    private final Changes changes;
    private final Assets assets;
    private final AssetDrafts drafts;
    private final Teams teams;
    private final Contents contents;

    ChangeAsset(Changes changes, Assets assets, AssetDrafts drafts, Teams teams, Contents contents) {
        this.changes = changes;
        this.assets = assets;
        this.drafts = drafts;
        this.teams = teams;
        this.contents = contents;
    }

    @WithTransaction
    Uni<AssetRow> create(AssetBody body) {
        return changes.next().call(() -> teams.getAll(body.allTeams())).chain(moment -> create(body, moment));
    }

    @WithTransaction
    Uni<AssetRow> edit(UUID id, byte[] patch, String ifMatch) {
        return changes.next().chain(moment -> inUse(id)
                .invoke(asset -> new Tag(asset.revision).require(ifMatch))
                .chain(asset -> edit(asset, drafts.patched(asset, patch), moment)));
    }

    /** The bytes are written before the change takes its place in the order of all, which is not to wait for them. */
    @WithTransaction
    Uni<AssetRow> fill(UUID id, Path file, String ifMatch) {
        return contents.store(file).chain(content -> fill(id, content, ifMatch));
    }

    private Uni<AssetRow> fill(UUID id, StoredContent content, String ifMatch) {
        return changes.next().chain(moment -> inUse(id)
                .invoke(asset -> new Tag(asset.revision).allow(ifMatch))
                .invoke(ChangeAsset::requireDocument)
                .invoke(asset -> asset.content = content.sha256())
                .call(asset -> drafted(asset, moment, "content " + content.sha256(), List.of())));
    }

    /** An asset that may be changed: archived ones may not. */
    private Uni<AssetRow> inUse(UUID id) {
        return assets.get(id).invoke(asset -> {
            if (asset.archived) {
                throw new Problem(ProblemType.ARCHIVED, null);
            }
        });
    }

    private Uni<AssetRow> create(AssetBody body, Moment moment) {
        var asset = new AssetRow();
        asset.id = Generators.timeBasedEpochGenerator().generate();
        asset.createdAt = moment.at();
        drafts.write(body, asset);
        return drafted(asset, moment, "created " + asset.name, List.of()).chain(() -> assets.persist(asset));
    }

    private Uni<AssetRow> edit(AssetRow asset, AssetBody body, Moment moment) {
        var before = Set.of(asset.teams);
        drafts.write(body, asset);
        var touched = difference(before, Set.of(asset.teams));
        return teams.getAll(body.allTeams())
                .chain(() -> drafted(asset, moment, "edited " + asset.name, moved(asset, touched)))
                .replaceWith(asset);
    }

    private Uni<Void> drafted(AssetRow asset, Moment moment, String detail, List<Change> moved) {
        asset.revision = moment.revision();
        var all = new ArrayList<>(List.of(Change.ofItem(Change.Kind.DRAFT, null, asset.id, detail)));
        all.addAll(moved);
        return changes.tell(moment, all);
    }

    private static List<Change> moved(AssetRow asset, Set<UUID> touched) {
        if (asset.published == 0) {
            return List.of();
        }
        return touched.stream()
                .map(team -> Change.ofItem(Change.Kind.ASSETS, team, asset.id, "teams of " + asset.name))
                .toList();
    }

    private static Set<UUID> difference(Set<UUID> before, Set<UUID> after) {
        var all = new LinkedHashSet<>(before);
        all.addAll(after);
        all.removeIf(team -> before.contains(team) && after.contains(team));
        return all;
    }

    private static void requireDocument(AssetRow asset) {
        if (asset.kind != AssetKind.DOCUMENT) {
            throw Problem.invalid("/file", "is for documents only");
        }
    }
}
