package io.parley.session.listing;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * A part of a list. It may have fewer items than were asked for; only where there is no cursor it is the last.
 *
 * @param nextCursor absent at the end
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ListPart<T>(List<T> items, String nextCursor) {

    /** The most items that a part may have. */
    public static final int MOST = 100;

    /**
     * Of a list that is there whole, what comes after one of it.
     *
     * @param last null for the begin of the list
     */
    public static <R> List<R> after(UUID last, List<R> all, Function<R, UUID> id) {
        for (int place = 0; place < all.size(); place++) {
            if (id.apply(all.get(place)).equals(last)) {
                return all.subList(place + 1, all.size());
            }
        }
        // Taken out meanwhile: ids carry the time of their making, and their text is in the order of it.
        var from = last == null ? "" : last.toString();
        return all.stream()
                .filter(one -> id.apply(one).toString().compareTo(from) > 0)
                .toList();
    }

    /** @param found one more than the limit, where there are more */
    public static <R, T> ListPart<T> of(List<R> found, int limit, Function<R, T> view, Function<R, String> cursor) {
        return new ListPart<>(
                found.stream().limit(limit).map(view).toList(),
                found.size() > limit ? cursor.apply(found.get(limit - 1)) : null);
    }

    /** With a Link to the next part, which asks for the same. */
    public Response answer(UriInfo uri) {
        var answer = Response.ok(this);
        return (nextCursor == null ? answer : answer.header("Link", link(uri))).build();
    }

    private String link(UriInfo uri) {
        var next = uri.getRequestUriBuilder()
                .replaceQueryParam("cursor", nextCursor)
                .build();
        return "<" + next.getRawPath() + "?" + next.getRawQuery() + ">; rel=\"next\"";
    }
}
