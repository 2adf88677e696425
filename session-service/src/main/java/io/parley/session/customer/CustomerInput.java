package io.parley.session.customer;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/** The customer as an agent types them in. */
public record CustomerInput(
        @NotBlank @Size(max = 200) @Pattern(regexp = NO_CONTROLS, message = NO_CONTROLS_SAID)
        String name,

        @Size(max = 254) String email,
        @Size(max = 40) String phone,

        @Pattern(
                regexp = "[A-Za-z]{2,3}([-_][A-Za-z0-9]{2,8}){0,8}",
                message = "must be a language tag, such as en or de-AT")
        String locale,

        @Size(max = 64) String zone) {

    /** Names go into headers and texts; line breaks and other controls have no business there. */
    public static final String NO_CONTROLS = "[^\\p{Cntrl}]*";

    public static final String NO_CONTROLS_SAID = "must not contain control characters";

    @Override
    public String toString() {
        return "CustomerInput[…]"; // personal data must not reach a log by accident
    }
}
