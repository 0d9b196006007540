package pruefstand.site;

/** What came of running a model. Its place in this list stands in files: new ones come last. */
enum Tried {
    NEVER, IN_VAIN, WITH_NUMBERS
}
