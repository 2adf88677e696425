package io.parley.session.message;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;

import io.parley.session.listing.Cursor;
import io.parley.session.listing.ListPart;

/** Which part of a chat. */
class MessageQuery {

    @QueryParam("limit")
    @DefaultValue("50")
    @Min(1)
    @Max(ListPart.MOST)
    int limit;

    @QueryParam("cursor")
    String cursor;

    /** The number before which to read. */
    long before() {
        return cursor == null ? Integer.MAX_VALUE : Cursor.number(cursor);
    }
}
