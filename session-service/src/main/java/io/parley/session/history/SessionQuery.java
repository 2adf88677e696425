package io.parley.session.history;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;

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

    /** Begin of the customer's name, or a contact, or an externalId. */
    @QueryParam("q")
    @Size(min = 1, max = 254)
    String q;

    @QueryParam("settingsTeam")
    UUID settingsTeam;

    @QueryParam("homeTeam")
    UUID homeTeam;

    @QueryParam("owner")
    @Size(min = 1, max = 200)
    String owner;

    @QueryParam("from")
    Instant from;

    @QueryParam("to")
    Instant to;

    @QueryParam("limit")
    @DefaultValue("20")
    @Min(1)
    @Max(100)
    int limit;

    @QueryParam("cursor")
    UUID cursor;
}
