package pruefstand.cli;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import pruefstand.catalogue.Catalogue;
import pruefstand.catalogue.Origin;
import pruefstand.catalogue.Review;
import pruefstand.catalogue.ReviewedModel;
import pruefstand.record.History;
import pruefstand.record.RunRecord;
import pruefstand.record.StoredRecord;
import pruefstand.run.Workspace;
import pruefstand.text.Refusal;

/** {@code show}: what was written about a model, and what was measured. */
@Command(name = "show", description = "A model's reviews and its newest results.",
        footer = {"", "Example: pruefstand show tiny-de-en-m"})
final class ShowCommand implements Callable<Integer> {

    @Parameters(paramLabel = "NAME", description = "the model, as the reviews name it")
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
        List<Review> reviews = catalogue.model(name).map(ReviewedModel::reviews).orElse(List.of()).stream()
                .sorted(Comparator.comparing((Review review) -> review.date().orElse(LocalDate.MIN)).reversed()).toList();
        List<RunRecord> records = newest(new Records(root, workspace).read());
        if (reviews.isEmpty() && records.isEmpty()) {
            throw Refusal.input("cli.show.unknown", name, workspace.catalogue().toString());
        }
        if (json) {
            root.printJson(new Shown(name, reviews, records));
        } else {
            print(reviews, records);
        }
        return Exit.DONE;
    }

    private List<RunRecord> newest(History history) {
        return history.records().stream().map(StoredRecord::content).filter(record -> record.model().equals(name))
                .filter(record -> history.newest(other -> other.model().equals(name) && other.variant().equals(record.variant())
                        && other.task().name().equals(record.task().name())).orElseThrow().content().equals(record))
                .toList();
    }

    private void print(List<Review> reviews, List<RunRecord> records) {
        root.print(name);
        for (Review review : reviews) {
            root.print("");
            review.origins().forEach(origin -> root.print(source(origin)));
            root.print(String.join("\n\n", review.paragraphs()));
        }
        if (!records.isEmpty()) {
            root.print("");
        }
        for (RunRecord record : records) {
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

    private record Shown(String name, List<Review> reviews, List<RunRecord> records) {
    }
}
