package pruefstand.run.results;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import pruefstand.metric.Estimate;
import pruefstand.record.ItemFile;
import pruefstand.record.RunRecord;
import pruefstand.record.Status;
import pruefstand.record.StoredRecord;
import pruefstand.record.compare.ItemMetrics;
import pruefstand.record.compare.WhyNot;
import pruefstand.task.ItemScores;
import pruefstand.task.ItemStatistic;
import pruefstand.task.TaskKind;
import pruefstand.text.Message;
import pruefstand.text.Slug;

/**
 * Checks one record that could be read: its schema, its key, whether it lies where its content says, and whether its items give the
 * numbers that it holds.
 *
 * @param pruned items that the retention rule has taken away, and that nobody misses
 */
record RecordCheck(Set<Path> pruned) {

    private static final Pattern KEY = Pattern.compile("[0-9a-f]{32}");
    private static final Pattern RUN = Pattern.compile("[0-9]{8}T[0-9]{6}Z-[0-9a-f]{4}");

    /** What is wrong with it. */
    List<Message> of(StoredRecord record) {
        List<Message> wrong = new ArrayList<>(ofContent(record));
        if (!record.path().equals(place(record.content()))) {
            wrong.add(Message.of("run.results.place", place(record.content()).toString()));
        }
        return wrong;
    }

    /** The same of a record that may lie anywhere. */
    List<Message> ofContent(StoredRecord record) {
        RunRecord content = record.content();
        List<Message> wrong = new ArrayList<>();
        if (content.schema() != RunRecord.SCHEMA) {
            wrong.add(Message.of("run.results.schema", content.schema(), RunRecord.SCHEMA));
        }
        if (!KEY.matcher(content.key()).matches()) {
            wrong.add(Message.of("run.results.key", content.key()));
        }
        if (!RUN.matcher(content.run()).matches()) {
            wrong.add(Message.of("run.results.run", content.run()));
        }
        if (content.status() == Status.OK) {
            content.main().filter(main -> content.metric(main).isEmpty()).ifPresent(main -> wrong.add(Message.of("run.results.main", main)));
            items(record).ifPresent(wrong::add);
        }
        return wrong;
    }

    /** Where a record lies in its folder of results. */
    static Path place(RunRecord content) {
        return Path.of(Slug.of(content.task().name()), Slug.of(content.model()), Slug.of(content.variant()), content.run() + ".json");
    }

    private Optional<Message> items(StoredRecord record) {
        Path file = ItemFile.of(record).path();
        return switch (ItemMetrics.of(record)) {
            case ItemMetrics.Found(var scores) -> unlike(scores, record);
            case ItemMetrics.None(var why) when why == WhyNot.NO_ITEMS -> pruned.contains(file) ? Optional.empty()
                    : Optional.of(Message.of("run.results.no-items", file.getFileName().toString()));
            case ItemMetrics.None _ -> Optional.of(Message.of("run.results.damaged-items", file.getFileName().toString()));
        };
    }

    /** Of speeds the items are repetitions, and no metric is made of them anew. */
    private static Optional<Message> unlike(ItemScores scores, StoredRecord record) {
        if (record.content().task().kind() == TaskKind.SPEED) {
            return Optional.empty();
        }
        for (Map.Entry<String, Estimate> metric : record.content().metrics().entrySet()) {
            Optional<ItemStatistic> anew = scores.of(metric.getKey());
            if (anew.isPresent() && ItemMetrics.confirmed(scores, record, metric.getKey()).isEmpty()) {
                return Optional.of(Message.of("run.results.other-number", metric.getKey(), metric.getValue().value(), anew.get().ids().size()));
            }
        }
        return Optional.empty();
    }
}
