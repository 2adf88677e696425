package io.parley.teamsettings.asset;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import io.parley.rest.problem.Problem;

/** What is said of an asset; of text, address and schema the one that its kind has. */
record AssetBody(
        UUID team,
        @Size(max = 1000) List<@NotNull UUID> teams,
        @NotNull AssetKind kind,

        @NotNull
        @Pattern(regexp = "(?=.{1,200}$)\\S(\\P{Cntrl}*\\S)?", message = "must be one line of 1 to 200 characters")
        String name,

        @Size(max = 100_000) String text,

        @Size(max = 2000)
        @Pattern(regexp = "https?://[^\\s\"<>\\\\^`{|}]+", message = "must be an http or https address")
        String url,

        Map<String, Object> schema) {

    /** Refuses what belongs to another kind, and an asset of no team. */
    AssetBody valid() {
        refuse(text != null && kind != AssetKind.TEXT, "/text");
        refuse(url != null && kind != AssetKind.LINK, "/url");
        refuse(schema != null && kind != AssetKind.FORM, "/schema");
        if (schema != null) {
            FormSchema.check(schema);
        }
        if (allTeams().isEmpty()) {
            throw Problem.invalid("/team", "must be given");
        }
        return this;
    }

    Set<UUID> allTeams() {
        var all = new LinkedHashSet<UUID>();
        if (team != null) {
            all.add(team);
        }
        if (teams != null) {
            all.addAll(teams);
        }
        return all;
    }

    private void refuse(boolean isWrong, String pointer) {
        if (isWrong) {
            throw Problem.invalid(pointer, "is not for the kind " + kind);
        }
    }
}
