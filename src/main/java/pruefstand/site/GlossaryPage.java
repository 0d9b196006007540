package pruefstand.site;

import java.util.Comparator;
import java.util.List;

/** Writes the page of terms. */
record GlossaryPage(Desk desk) {

    GlossaryView view() {
        Words words = desk.words();
        Illustrations illustrations = new Illustrations(desk);
        return new GlossaryView(desk.frames().frame(words.say("glossary.title"), words.say("glossary.description")),
                desk.glossary().terms().stream().map(term -> new GlossaryView.Term(term.id(), words.say(term.name()), words.say(term.text()),
                        new Link(term.source().title(), term.source().url().toString()),
                        term.number().map(illustrations::title).orElse(""), term.number().map(illustrations::of).orElse(List.of())))
                        .sorted(Comparator.comparing(GlossaryView.Term::name, words.formats().order())).toList());
    }
}
