package pruefstand.site;

/** Writes the page that searches. */
record SearchPage(Desk desk) {

    SearchView view() {
        Words words = desk.words();
        return new SearchView(desk.frames().frame(words.say("search.title"), words.say("search.description")));
    }
}
