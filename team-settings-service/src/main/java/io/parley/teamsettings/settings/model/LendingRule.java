package io.parley.teamsettings.settings.model;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** To which teams a team lends. */
public record LendingRule(String mode, List<?> grants) {

    public static LendingRule of(Effective settings) {
        return new LendingRule(
                (String) settings.value("lending.to.mode"), (List<?>) settings.value("lending.to.teams"));
    }

    public boolean allows(String borrower, Instant now) {
        return mode.equals("ALL")
                || mode.equals("LIST") && grants.stream().anyMatch(grant -> allows(grant, borrower, now));
    }

    /** When the leave that this borrower has now ends by itself; empty when it does not, or when it has none. */
    public Optional<Instant> endsFor(String borrower, Instant now) {
        if (!mode.equals("LIST") || grants.contains(borrower)) {
            return Optional.empty();
        }
        return grants.stream()
                .filter(grant -> allows(grant, borrower, now))
                .map(grant -> Instant.parse((String) ((Map<?, ?>) grant).get("until")))
                .max(Instant::compareTo);
    }

    private static boolean allows(Object grant, String borrower, Instant now) {
        if (grant instanceof Map) {
            var ending = (Map<?, ?>) grant;
            return borrower.equals(ending.get("team")) && now.isBefore(Instant.parse((String) ending.get("until")));
        }
        return borrower.equals(grant);
    }
}
