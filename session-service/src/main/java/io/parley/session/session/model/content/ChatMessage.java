package io.parley.session.session.model.content;

import java.util.UUID;

/**
 * That something was written in the chat; what it was is not the model's to know.
 *
 * @param number in its session, from 1, gapless
 */
public record ChatMessage(UUID id, int number, Side author) {}
