package pruefstand.site;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import pruefstand.catalogue.Review;
import pruefstand.model.ListedModel;
import pruefstand.search.Passage;
import pruefstand.task.Task;

/**
 * What can be found on the site: the names of models, reviews as far as they are shown, tasks and terms.
 *
 * @param site what it is about
 * @param glossary its terms
 * @param halves what no review changes
 * @param options how the site is built
 * @param words of each language
 */
record SearchedTexts(Site site, Supplier<Glossary> glossary, Halves halves, SiteOptions options, Map<Locale, Words> words) {

    List<Passage> all() {
        List<Passage> passages = new ArrayList<>();
        Set<Reviews.Entry> seen = new HashSet<>();
        for (SiteModel model : site.models()) {
            String address = fromLanguage(Addresses.model("", model.name()));
            passages.add(new Passage(address, model.name(), Optional.empty(), Optional.empty(), names(model)));
            for (int i = 0; i < model.reviews().size(); i++) {
                if (seen.add(Reviews.Entry.of(model.reviews().get(i)))) {
                    review(address + "#review-" + (i + 1), model.reviews().get(i), passages::add);
                }
            }
        }
        passages.addAll(halves.of("search/explained", Explained.class, this::explained).passages);
        return passages;
    }

    /** What tasks and terms are, on the pages of each language. */
    private record Explained(List<Passage> passages) {
    }

    private Explained explained() {
        Stream<Passage> tasks = words.values().stream().flatMap(in -> site.tasks().stream().map(task -> task(task, in)));
        Stream<Passage> terms = words.values().stream().flatMap(in -> glossary.get().terms().stream().map(term -> term(term, in)));
        return new Explained(Stream.concat(tasks, terms).toList());
    }

    /** Pages of both languages show the same reviews, each cut as the first language cuts. */
    private void review(String address, Review review, Consumer<Passage> passages) {
        Words any = words.values().iterator().next();
        Links none = new Links("", any.language(), SiteFiles.NONE, _ -> { });
        for (String paragraph : new Quotes(any, none, options.publishing()).shown(review)) {
            passages.accept(new Passage(address, String.join(" \u00b7 ", review.names()), Reviews.newest(review), Optional.empty(), paragraph));
        }
    }

    private static String names(SiteModel model) {
        List<String> names = new ArrayList<>();
        model.family().ifPresent(names::add);
        model.listed().map(ListedModel::aliases).ifPresent(names::addAll);
        return String.join(" \u00b7 ", names);
    }

    private static Passage task(Task task, Words words) {
        String kind = "kind." + TaskForm.of(task.definition()).id();
        return new Passage(fromLanguage(Addresses.task("", task.name())), task.name(), Optional.empty(), Optional.of(words.language()),
                String.join(" ", words.say(kind + ".name") + ".", words.say(task.definition().description()), words.say(kind + ".method")));
    }

    private static Passage term(Glossary.Term term, Words words) {
        return new Passage(fromLanguage(Addresses.glossary("")) + "#" + term.id(), words.say(term.name()), Optional.empty(),
                Optional.of(words.language()), words.say(term.text()));
    }

    private static String fromLanguage(String address) {
        return address.substring(1);
    }
}
