package pruefstand.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import pruefstand.catalogue.Code;
import pruefstand.catalogue.Entry;
import pruefstand.catalogue.EntryReader;
import pruefstand.catalogue.ReviewFile;
import pruefstand.catalogue.ReviewSource;

/** {@code parse}: the entries as JSON Lines. */
@Command(name = "parse", description = "The entries of review files as JSON Lines; faulty ones as far as they can be read.",
        footer = {"", "Example: pruefstand parse catalogue/reviews.txt | jq -r '.sources[].name'"})
final class ParseCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", description = "review files; - is standard input; default: the workspace's catalogue")
    private List<Path> files = List.of();

    @Option(names = "--json", description = "the only form there is; accepted for scripts that always say it")
    private boolean json;

    private final Root root;

    ParseCommand(Root root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        EntryReader reader = new EntryReader();
        long faulty = 0;
        for (ReviewFile file : new ReviewFiles(root).of(files)) {
            faulty += reader.read(file, entry -> root.printJson(line(entry)));
        }
        if (faulty > 0) {
            root.terminal().out().flush();
            root.note("cli.parse.faulty", faulty);
        }
        return faulty > 0 ? Exit.FOUND : Exit.DONE;
    }

    private static Object line(Entry entry) {
        return new Line(entry.line(), entry.sources().stream().map(ParseCommand::source).toList(), entry.paragraphs(),
                entry.documentation());
    }

    private static Object source(ReviewSource source) {
        return source.errors().isEmpty() ? new Sound(source.name(), source.date(), source.url())
                : new Faulty(source.name(), source.date(), source.url(), source.errors().stream().map(Code::id).toList());
    }

    private record Line(int line, List<Object> sources, List<String> paragraphs, boolean documentation) {
    }

    private record Sound(String name, Optional<String> date, Optional<String> url) {
    }

    private record Faulty(String name, Optional<String> date, Optional<String> url, List<String> errors) {
    }
}
