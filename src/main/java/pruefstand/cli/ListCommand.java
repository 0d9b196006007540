package pruefstand.cli;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import pruefstand.catalogue.Catalogue;
import pruefstand.catalogue.Review;
import pruefstand.catalogue.ReviewedModel;

/** {@code list}: every model that the reviews name. */
@Command(name = "list", description = "Every model that the reviews name, with how many reviews it has and the newest date.",
        footer = {"", "Example: pruefstand list"})
final class ListCommand implements Callable<Integer> {

    @Option(names = "--json", description = "JSON Lines")
    private boolean json;

    private final Root root;

    ListCommand(Root root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        List<ReviewedModel> models = Catalogue.read(root.workspace().catalogue()).models();
        int width = models.stream().mapToInt(model -> model.name().length()).max().orElse(0);
        for (ReviewedModel model : models) {
            Optional<LocalDate> newest = model.reviews().stream().map(Review::date).flatMap(Optional::stream)
                    .max(LocalDate::compareTo);
            if (json) {
                root.printJson(new Line(model.name(), model.reviews().size(), newest));
            } else {
                String name = model.name() + " ".repeat(width - model.name().length());
                root.print(name + "  " + newest.map(LocalDate::toString).orElse("          ") + "  "
                        + root.text("cli.list.reviews", model.reviews().size()));
            }
        }
        return Exit.DONE;
    }

    private record Line(String name, int reviews, Optional<LocalDate> newest) {
    }
}
