package io.parley.session.history;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;

import io.parley.session.customer.CustomerInput;
import io.parley.session.listing.ListPart;
import io.parley.session.listing.Moments;
import io.parley.session.session.model.Session;
import io.parley.session.session.model.StateName;

/** What sessions to find; all that is given must hold. */
public class SessionQuery {

    /** Whose sessions: the caller's own, those of the caller's teams, or all that the caller may see. */
    public enum Scope {
        mine,
        team,
        all
    }

    @QueryParam("scope")
    Scope scope;

    @QueryParam("state")
    List<StateName> state;

    /**
     * Begins of words of the customer's name, whatever their case and accents; or a contact; or an externalId. A
     * telephone number may be national, if the caller has a team by whose region it is read.
     */
    @QueryParam("q")
    @Size(min = 1, max = 254)
    @Pattern(regexp = CustomerInput.NO_CONTROLS, message = CustomerInput.NO_CONTROLS_SAID)
    String q;

    @QueryParam("settingsTeam")
    UUID settingsTeam;

    @QueryParam("homeTeam")
    UUID homeTeam;

    @QueryParam("owner")
    @Size(min = 1, max = 200)
    @Pattern(regexp = CustomerInput.NO_CONTROLS, message = CustomerInput.NO_CONTROLS_SAID)
    String owner;

    /** True for those only in which the customer did something since the owner last looked. */
    @QueryParam("updated")
    boolean updated;

    @QueryParam("from")
    Instant from;

    @QueryParam("to")
    Instant to;

    @QueryParam("limit")
    @DefaultValue("20")
    @Min(1)
    @Max(ListPart.MOST)
    int limit;

    @QueryParam("cursor")
    @Size(max = 100)
    String cursor;

    /** Whether its state, after its clocks have struck, is one that is asked for. */
    boolean takes(Session session) {
        return state == null
                || state.isEmpty()
                || state.contains(session.state().name());
    }

    void requireTimes() {
        Moments.require("/from", from);
        Moments.require("/to", to);
    }

    public String cursor() {
        return cursor;
    }

    /** The names of what it asks for, without the values: those may be a person's. */
    public List<String> given() {
        var all = new LinkedHashMap<String, Object>();
        all.put("scope", scope);
        all.put("state", state == null || state.isEmpty() ? null : state);
        all.put("q", q);
        all.put("settingsTeam", settingsTeam);
        all.put("homeTeam", homeTeam);
        all.put("owner", owner);
        all.put("updated", updated ? true : null);
        all.put("from", from);
        all.put("to", to);
        all.values().removeIf(value -> value == null);
        return List.copyOf(all.keySet());
    }
}
