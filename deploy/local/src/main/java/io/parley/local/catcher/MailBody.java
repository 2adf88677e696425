package io.parley.local.catcher;

import java.io.IOException;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;

/** What there is to read in a mail: its text, its HTML, or both; attachments are left out. */
record MailBody(String text, String html) {

    private static final MailBody EMPTY = new MailBody(null, null);

    static MailBody of(Part part) throws MessagingException, IOException {
        if (Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition())) {
            return EMPTY;
        }
        if (part.getContent() instanceof Multipart several) {
            return of(several);
        }
        String content = part.getContent() instanceof String string ? string : "";
        if (part.isMimeType("text/html")) {
            return new MailBody(null, content);
        }
        return part.isMimeType("text/*") ? new MailBody(content, null) : EMPTY;
    }

    private static MailBody of(Multipart parts) throws MessagingException, IOException {
        MailBody body = EMPTY;
        for (int i = 0; i < parts.getCount(); i++) {
            body = body.or(of(parts.getBodyPart(i)));
        }
        return body;
    }

    private MailBody or(MailBody other) {
        return new MailBody(text != null ? text : other.text, html != null ? html : other.html);
    }
}
