package io.parley.session.starting;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import io.parley.session.customer.CustomerInput;

/**
 * What a new session is made of.
 *
 * @param plan true to prepare only, and invite later
 * @param settingsTeam the team to borrow settings from; null for the owner's own
 * @param pin digits that the customer must know; where the settings ask for one
 * @param assets ids of the settings' assets to put in
 * @param workflows ids of the settings' workflows to put in
 * @param owner for machines only: on whose behalf
 */
public record StartInput(
        @NotNull @Valid CustomerInput customer,
        Boolean plan,
        UUID settingsTeam,

        @Pattern(regexp = "[0-9]{4,8}", message = "must be 4 to 8 digits")
        String pin,

        @Size(max = 50) List<@NotNull UUID> assets,
        @Size(max = 50) List<@NotNull UUID> workflows,

        @Size(min = 1, max = 200) @Pattern(regexp = CustomerInput.NO_CONTROLS, message = CustomerInput.NO_CONTROLS_SAID)
        String externalId,

        @Size(max = 50) Map<@Size(min = 1, max = 100) String, @NotNull @Size(max = 1000) String> metadata,
        @Size(min = 1, max = 200) String owner) {

    public StartInput {
        assets = assets == null ? List.of() : assets;
        workflows = workflows == null ? List.of() : workflows;
        metadata = metadata == null ? Map.of() : metadata;
    }

    boolean isPlan() {
        return Boolean.TRUE.equals(plan);
    }

    @Override
    public String toString() {
        return "StartInput[…]"; // personal data must not reach a log by accident
    }
}
