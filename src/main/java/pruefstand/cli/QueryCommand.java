package pruefstand.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import pruefstand.record.RunRecord;
import pruefstand.record.StoredRecord;
import pruefstand.record.export.CsvLines;
import pruefstand.record.export.RecordDatabase;
import pruefstand.record.export.SqlException;
import pruefstand.record.export.SqlResult;
import pruefstand.run.Workspace;
import pruefstand.text.Refusal;

/** {@code query}: SQL over the records. */
@Command(name = "query", description = {"One SELECT over all records: tables records (a row a record) and metrics (a row a metric).",
        "DESCRIBE records shows the columns."},
        footer = {"", "Example: pruefstand query \"SELECT model, variant, value FROM metrics WHERE metric = 'bits_per_byte' ORDER BY value\""})
final class QueryCommand implements Callable<Integer> {

    @Parameters(paramLabel = "SQL", description = "a SELECT, as DuckDB reads it")
    private String sql;

    @ArgGroup
    private Form form = new Form();

    @Option(names = "--results", paramLabel = "D", description = "read records here")
    private Optional<Path> results = Optional.empty();

    private final Root root;

    /** How the answer is written. */
    private static final class Form {

        @Option(names = "--json", description = "JSON Lines, one object a row")
        private boolean json;

        @Option(names = "--csv", description = "CSV with a head")
        private boolean csv;
    }

    QueryCommand(Root root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        Workspace workspace = root.workspace(results);
        List<RunRecord> records = new Records(root, workspace).read().records().stream().map(StoredRecord::content).toList();
        try (RecordDatabase database = RecordDatabase.of(records)) {
            print(database.query(sql));
        } catch (SqlException e) {
            throw (e.line() > 0 ? Refusal.input("cli.query.wrong-at", e.line(), e.column(), e.what())
                    : Refusal.input("cli.query.wrong", e.what())).because(e);
        }
        return Exit.DONE;
    }

    private void print(SqlResult answer) {
        if (form.json) {
            answer.rows().forEach(row -> root.printJson(object(answer.columns(), row)));
        } else if (form.csv) {
            root.print(CsvLines.line(answer.columns().stream().map(Optional::of).toList()));
            answer.rows().forEach(row -> root.print(CsvLines.line(row)));
        } else {
            new TextTable(answer.columns(), answer.rows().stream()
                    .map(row -> row.stream().map(value -> value.map(Object::toString).orElse("–")).toList()).toList())
                    .lines().forEach(root::print);
        }
    }

    /** Of two columns with one name the later one counts, as in any JSON object. */
    private static Map<String, Optional<Object>> object(List<String> columns, List<Optional<Object>> row) {
        Map<String, Optional<Object>> object = new LinkedHashMap<>();
        IntStream.range(0, columns.size()).forEach(i -> object.put(columns.get(i), row.get(i)));
        return object;
    }
}
