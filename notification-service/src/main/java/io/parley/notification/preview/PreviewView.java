package io.parley.notification.preview;

import com.fasterxml.jackson.annotation.JsonInclude;

import io.parley.notification.message.model.Letter;

/**
 * A message as it would go out.
 *
 * @param characters of a text message, as the network counts them
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PreviewView(String sender, String subject, String text, String html, Integer characters) {

    static PreviewView of(Letter letter, Integer characters) {
        return new PreviewView(letter.sender(), letter.subject(), letter.text(), letter.html(), characters);
    }
}
