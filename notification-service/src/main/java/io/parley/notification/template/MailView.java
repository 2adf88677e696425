package io.parley.notification.template;

/** The sentences of one mail, as its two layouts show them; each layout escapes for itself. */
record MailView(
        String language,
        String direction,
        String team,
        String subject,
        String greeting,
        String text,
        String action,
        String link,
        String code,
        String hint,
        String ignore,
        String closing,
        String colour,
        String onColour) {

    public boolean hasLink() {
        return link != null && action != null;
    }

    public boolean hasCode() {
        return code != null;
    }
}
