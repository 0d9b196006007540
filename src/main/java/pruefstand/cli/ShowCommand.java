package pruefstand.cli;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import pruefstand.catalogue.Catalogue;
import pruefstand.catalogue.Origin;
import pruefstand.catalogue.Review;
import pruefstand.catalogue.ReviewedModel;
import pruefstand.model.ListedModel;
import pruefstand.record.History;
import pruefstand.record.RunRecord;
import pruefstand.record.StoredRecord;
import pruefstand.run.Workspace;
import pruefstand.text.Refusal;

/** {@code show}: what was written about a model, and what was measured. */
@Command(name = "show", description = "A model's reviews, its variants and its newest results.",
        footer = {"", "Example: pruefstand show tiny-de-en-m"})
final class ShowCommand implements Callable<Integer> {

    @Parameters(paramLabel = "NAME", description = "the model, as the reviews name it, or an alias of the registry")
    private String name;

    @Option(names = "--json", description = "one JSON object")
    private boolean json;

    private final Root root;

    ShowCommand(Root root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        Workspace workspace = root.workspace();
        Catalogue catalogue = Catalogue.read(workspace.catalogue());
        Optional<ListedModel> listed = root.registry(workspace, catalogue).find(name);
        Set<String> names = names(listed);
        List<Review> reviews = names.stream().flatMap(known -> catalogue.model(known).stream())
                .flatMap(model -> model.reviews().stream()).distinct()
                .sorted(Comparator.comparing((Review review) -> review.date().orElse(LocalDate.MIN)).reversed()).toList();
        List<RunRecord> records = newest(new Records(root, workspace).read(), names);
        if (reviews.isEmpty() && records.isEmpty() && listed.isEmpty()) {
            throw Refusal.input("cli.show.unknown", name, workspace.catalogue().toString());
        }
        var shown = new Shown(listed.map(ListedModel::name).orElse(name), reviews,
                listed.map(model -> VariantState.of(model, root)).orElse(List.of()), records);
        if (json) {
            root.printJson(shown);
        } else {
            print(shown);
        }
        return Exit.DONE;
    }

    /** Reviews may use any of a model's names. */
    private Set<String> names(Optional<ListedModel> listed) {
        Set<String> names = new LinkedHashSet<>(List.of(name));
        listed.ifPresent(model -> {
            names.add(model.name());
            names.addAll(model.aliases());
        });
        return names;
    }

    private static List<RunRecord> newest(History history, Set<String> names) {
        return history.records().stream().map(StoredRecord::content).filter(record -> names.contains(record.model()))
                .filter(record -> history.newest(other -> other.model().equals(record.model())
                        && other.variant().equals(record.variant())
                        && other.task().name().equals(record.task().name())).orElseThrow().content().equals(record))
                .toList();
    }

    private void print(Shown shown) {
        root.print(shown.name());
        for (Review review : shown.reviews()) {
            root.print("");
            review.origins().forEach(origin -> root.print(source(origin)));
            root.print(String.join("\n\n", review.paragraphs()));
        }
        if (!shown.variants().isEmpty() || !shown.records().isEmpty()) {
            root.print("");
        }
        shown.variants().forEach(variant -> root.print(variant.inWords()));
        for (RunRecord record : shown.records()) {
            root.print(record.variant() + "  " + record.task().name() + "  " + record.main()
                    .flatMap(main -> record.metric(main).map(estimate -> main + " "
                            + String.format(Locale.ROOT, "%.4g", estimate.value())))
                    .or(record::reason).orElse(record.status().toString()));
        }
    }

    private static String source(Origin origin) {
        return "— " + origin.date().map(LocalDate::toString).orElse("") + Optional.of(" ").filter(_ -> origin.date().isPresent())
                .orElse("") + origin.url().orElse("");
    }

    private record Shown(String name, List<Review> reviews, List<VariantState> variants, List<RunRecord> records) {
    }
}
