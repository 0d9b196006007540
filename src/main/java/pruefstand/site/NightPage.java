package pruefstand.site;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import pruefstand.record.RunRecord;
import pruefstand.record.Status;

/**
 * Writes the page of a night: what ran, what changed, what failed and why, in that order.
 *
 * @param desk of the page
 * @param night which
 */
record NightPage(Desk desk, Night night) {

    /** A page is for people; programs find all in the records. */
    private static final int MOST = 40;

    NightView view() {
        Words words = desk.words();
        String title = words.say("night.title", words.date(night.day()));
        List<Change> changes = desk.results().changes(night);
        List<Change> real = changes.stream().filter(Change::isReal).sorted(Comparator.comparing(Change::isBetter)).toList();
        List<RunRecord> failed = night.failed().toList();
        String summary = summary(real, failed.size());
        long more = Math.max(0, real.size() - MOST) + Math.max(0, failed.size() - MOST);
        return new NightView(desk.frames().frame(title, summary), title, summary,
                night.runs().stream().map(RunRecord::host).distinct().map(words::host).distinct().sorted().toList(), ran(),
                real.stream().limit(MOST).map(this::changed).toList(), unchanged(changes.size() - real.size(), real.size()),
                failed.stream().limit(MOST).map(this::failed).toList(), more == 0 ? "" : words.say("night.more", more), beside());
    }

    private String unchanged(int others, int real) {
        return isFirst() ? desk.words().say("night.first.unchanged") : desk.words().say("night.unchanged", others, real);
    }

    private boolean isFirst() {
        return desk.results().changes(night).isEmpty() && Change.isFirstOf(night, desk.results());
    }

    /** What a night brought, in one sentence. */
    String summary(List<Change> real, int failed) {
        double seconds = night.runs().stream().mapToDouble(RunRecord::seconds).sum();
        long worse = real.stream().filter(change -> !change.isBetter()).count();
        return desk.words().say(isFirst() ? "night.first.summary" : "night.summary", night.count(Status.OK), Math.max(1, Duration.ofMillis(Math.round(seconds * 1000)).toMinutes()),
                worse, real.size() - worse, failed);
    }

    private List<NightView.Ran> ran() {
        Map<String, List<RunRecord>> byTask = night.runs().stream()
                .collect(Collectors.groupingBy(run -> run.task().name(), TreeMap::new, Collectors.toList()));
        return byTask.values().stream().map(runs -> {
            long failed = runs.stream().filter(run -> run.status() == Status.FAILED).count();
            return new NightView.Ran(task(runs.getFirst()), desk.words().say("night.variants", runs.stream()
                    .filter(run -> run.status() == Status.OK).map(run -> new Place(run.model(), run.variant())).distinct().count()),
                    failed == 0 ? "" : desk.words().say("night.failures", failed));
        }).toList();
    }

    private NightView.Changed changed(Change change) {
        Words words = desk.words();
        return new NightView.Changed(model(change.now()), change.now().variant(), task(change.now()), change.metric(),
                desk.cells().measured(new Reading.Measured(change.before(), change.first()), words.say("night.before"), true),
                desk.cells().measured(new Reading.Measured(change.now(), change.second()), words.say("night.now"), true),
                words.say(change.isBetter() ? "night.better" : "night.worse"), !change.isBetter());
    }

    private NightView.Failed failed(RunRecord run) {
        return new NightView.Failed(model(run), run.variant(), task(run), desk.cells().inShort(run), run.reason().orElse(""), desk.links().record(run));
    }

    private Link model(RunRecord run) {
        String name = desk.results().owner(run).name();
        return new Link(name, desk.links().model(name));
    }

    private Link task(RunRecord run) {
        return desk.site().task(run.task().name()).map(task -> new Link(task.name(), desk.links().task(task.name())))
                .orElseGet(() -> Link.plain(run.task().name()));
    }

    private List<Link> beside() {
        List<Night> all = desk.results().nights();
        int at = all.indexOf(night);
        Stream<Night> before = at + 1 < all.size() ? Stream.of(all.get(at + 1)) : Stream.empty();
        Stream<Night> after = at > 0 ? Stream.of(all.get(at - 1)) : Stream.empty();
        return Stream.concat(before, after).map(other -> new Link(desk.words().date(other.day()),
                desk.links().to(Addresses.night(desk.words().language(), other)))).toList();
    }
}
