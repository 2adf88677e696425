package io.parley.teamsettings.rest;

import java.util.List;
import java.util.function.Function;

import com.fasterxml.jackson.annotation.JsonIgnore;

/** A part of a list, and where the next part begins. */
public record Page<T>(
        List<T> items, String nextCursor, @JsonIgnore int limit) {

    /** Makes a page of one row more than wanted: the surplus one only says that there is more. */
    public static <R, T> Page<T> of(List<R> rows, PageRequest request, Function<R, String> key, Function<R, T> view) {
        var isMore = rows.size() > request.limit();
        var shown = isMore ? rows.subList(0, request.limit()) : rows;
        var next = isMore ? Cursor.of(key.apply(shown.get(shown.size() - 1))) : null;
        return new Page<>(shown.stream().map(view).toList(), next, request.limit());
    }
}
