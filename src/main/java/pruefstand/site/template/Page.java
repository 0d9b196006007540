package pruefstand.site.template;

/**
 * A page that is being written.
 *
 * @param text what was written so far
 * @param wordings in the language of the page
 */
record Page(StringBuilder text, Wordings wordings) {

    /** Writes markup as it stands. */
    void markup(String markup) {
        text.append(markup);
    }

    /** Writes text, or the value of an attribute, so that nothing in it is markup. */
    void escaped(String value) {
        int from = 0;
        for (int i = 0; i < value.length(); i++) {
            String entity = entity(value.charAt(i));
            if (!entity.isEmpty()) {
                text.append(value, from, i).append(entity);
                from = i + 1;
            }
        }
        text.append(value, from, value.length());
    }

    private static String entity(char c) {
        return switch (c) {
            case '&' -> "&amp;";
            case '<' -> "&lt;";
            case '>' -> "&gt;";
            case '"' -> "&quot;";
            case '\'' -> "&#39;";
            default -> "";
        };
    }
}
