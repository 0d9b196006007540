package pruefstand.site;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import pruefstand.catalogue.Review;
import pruefstand.search.Passage;
import pruefstand.search.PassageUnit;
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
        return Stream.concat(site.models().stream().flatMap(model -> passages(model).stream()), explained().stream()).toList();
    }

    /**
     * The same in parts.
     *
     * @param known tells whose reviews are others
     */
    List<PassageUnit> units(KnownModels known) {
        Stream<PassageUnit> models = site.models().stream()
                .map(model -> new PassageUnit(model.name(), Optional.empty(), known.hash(model.name()), () -> passages(model)));
        Stream<PassageUnit> languages = explained().stream().collect(Collectors.groupingBy(passage -> passage.language().orElseThrow(), TreeMap::new,
                Collectors.toList())).entrySet().stream().map(in -> PassageUnit.of("/" + in.getKey(), Optional.of(in.getKey()), in.getValue()));
        return Stream.concat(models, languages).toList();
    }

    /** Its names, and what was written about it; an entry about several models is found with the first of them. */
    private List<Passage> passages(SiteModel model) {
        List<Passage> passages = new ArrayList<>();
        String address = fromLanguage(Addresses.model("", model.name()));
        passages.add(new Passage(address, model.name(), Optional.empty(), Optional.empty(), names(model)));
        for (int i = 0; i < model.reviews().size(); i++) {
            if (Collections.min(model.reviews().get(i).names()).equals(model.name())) {
                review(address + "#review-" + (i + 1), model.reviews().get(i), passages::add);
            }
        }
        return passages;
    }

    private List<Passage> explained() {
        return halves.of("search/explained", Explained.class, this::explain).passages;
    }

    /** What tasks and terms are, on the pages of each language. */
    private record Explained(List<Passage> passages) {
    }

    private Explained explain() {
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
        model.listing().map(Listing::aliases).ifPresent(names::addAll);
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
