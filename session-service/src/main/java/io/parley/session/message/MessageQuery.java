package io.parley.session.message;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;

/** Which part of a chat. */
class MessageQuery {

    @QueryParam("limit")
    @DefaultValue("50")
    @Min(1)
    @Max(100)
    int limit;

    @QueryParam("cursor")
    @DefaultValue("2147483647")
    @Min(1)
    int cursor;

    Response answer(MessageView.Page page, String path) {
        var answer = Response.ok(page);
        return (page.nextCursor() == null
                        ? answer
                        : answer.header(
                                "Link",
                                "<" + path + "?limit=" + limit + "&cursor=" + page.nextCursor() + ">; rel=\"next\""))
                .build();
    }
}
