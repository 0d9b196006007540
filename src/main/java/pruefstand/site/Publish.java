package pruefstand.site;

/** How much of a review is shown; each is stricter than the one before. */
public enum Publish {
    /** The text as it stands. */
    FULL,
    /** Its beginning, with a link. */
    EXCERPT,
    /** Date and link only. */
    LINK
}
