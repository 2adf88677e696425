package io.parley.notification.register;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;

/** One page of a list. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Page<T>(List<T> items, String nextCursor) {}
