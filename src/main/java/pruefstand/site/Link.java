package pruefstand.site;

/**
 * A link, or plain text where the address is none that a page may link to.
 *
 * @param text as it reads
 * @param href address; empty text where there is none
 */
record Link(String text, String href) {

    static Link plain(String text) {
        return new Link(text, "");
    }

    public boolean leads() {
        return !href.isEmpty();
    }
}
