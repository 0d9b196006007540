package pruefstand.cli;

import java.lang.reflect.Constructor;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine;
import pruefstand.text.EditDistance;

/** Makes commands, and hands them what they all share. */
final class Commands implements CommandLine.IFactory {

    private static final int SLIPS = 2;
    private static final Map<String, Class<?>> ALL = all();

    private final Root root;
    private final CommandLine.IFactory others = CommandLine.defaultFactory();

    Commands(Root root) {
        this.root = root;
    }

    private static Map<String, Class<?>> all() {
        Map<String, Class<?>> all = new LinkedHashMap<>();
        all.put("demo", DemoCommand.class);
        all.put("lint", LintCommand.class);
        all.put("add", AddCommand.class);
        all.put("edit", EditCommand.class);
        all.put("format", FormatCommand.class);
        all.put("parse", ParseCommand.class);
        all.put("list", ListCommand.class);
        all.put("show", ShowCommand.class);
        all.put("init", InitCommand.class);
        all.put("models", ModelsCommand.class);
        all.put("pull", PullCommand.class);
        all.put("perplexity", PerplexityCommand.class);
        all.put("kld", KldCommand.class);
        all.put("bench", BenchCommand.class);
        all.put("embed", EmbedCommand.class);
        all.put("rerank", RerankCommand.class);
        all.put("generate", GenerateCommand.class);
        all.put("score", ScoreCommand.class);
        all.put("eval", EvalCommand.class);
        all.put("site", SiteCommand.class);
        all.put("doctor", DoctorCommand.class);
        all.put("compare", CompareCommand.class);
        all.put("query", QueryCommand.class);
        all.put("export", ExportCommand.class);
        all.put("nightly", NightlyCommand.class);
        all.put("search", SearchCommand.class);
        all.put("serve", ServeCommand.class);
        all.put("forecast", ForecastCommand.class);
        all.put("results", ResultsCommand.class);
        all.put("import", ImportCommand.class);
        return Collections.unmodifiableMap(all);
    }

    /** The command that may be meant by a name that is none: the fewest slips away, and at most two. */
    static Optional<String> near(String name) {
        return ALL.keySet().stream().filter(command -> EditDistance.between(name, command) <= SLIPS)
                .min(Comparator.comparingInt(command -> EditDistance.between(name, command)));
    }

    /** Gives the program its commands: where the first argument names one, only that, since describing all of them takes time. */
    void addTo(CommandLine line, String... arguments) {
        Class<?> named = arguments.length == 0 ? null : ALL.get(arguments[0]);
        if (named == null) {
            ALL.values().forEach(line::addSubcommand);
        } else {
            line.addSubcommand(named);
        }
    }

    @Override
    public <K> K create(Class<K> type) throws Exception {
        for (Constructor<?> constructor : type.getDeclaredConstructors()) {
            if (constructor.getParameterCount() == 1 && constructor.getParameterTypes()[0] == Root.class) {
                return type.cast(constructor.newInstance(root));
            }
        }
        return others.create(type);
    }
}
