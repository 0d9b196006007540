package pruefstand.site;

import java.util.List;
import pruefstand.metric.Metric;
import pruefstand.model.ListedModel;
import pruefstand.record.RunRecord;
import pruefstand.record.Status;
import pruefstand.task.TaskKind;

/** Writes the page of a model: what was written beside what was measured. */
record ModelPage(Desk desk, SiteModel model) {

    private static final int MOST_RUNS = 30;

    ModelView view() {
        String description = desk.words().say("model.description", model.name(), model.reviews().size());
        List<Quote> quotes = model.reviews().stream().map(review -> desk.quotes().quote(model, review)).toList();
        return new ModelView(frame(description), model.name(), quotes, desk.half(ModelView.Measured.class, this::measured));
    }

    private ModelView.Measured measured() {
        ModelCharts charts = new ModelCharts(desk, model);
        ModelFacts facts = new ModelFacts(desk, model);
        List<ModelView.Measure> measures = new Measures(desk, model).all();
        return new ModelView.Measured(linked(facts.ofModel()), measures,
                measures.isEmpty() ? whyNot() : List.of(), new Ladder(desk, model).all(), charts.curves(),
                new Surprise(desk, model).view().stream().toList(), charts.history(), charts.link(), facts.heads(), facts.rows(),
                model.runs().stream().limit(MOST_RUNS).map(this::run).toList(), files(), new Commands(desk.words(), model, hasTask()).all());
    }

    private Frame frame(String description) {
        return desk.frames().frame(model.name(), description).about(new JsonLd(desk).reviews(model)).following(desk.frames().feed(model.name()));
    }

    private List<ModelView.Fact> linked(List<ModelView.Fact> facts) {
        String family = desk.words().say("fact.family");
        return facts.stream().map(fact -> fact.name().equals(family) ? new ModelView.Fact(family, fact.term(), fact.value(),
                desk.links().to(Addresses.family(desk.words().language(), fact.value()))) : fact).toList();
    }

    private List<Link> files() {
        return List.of(new Link("JSON", desk.links().to(Addresses.modelJson(model.name()))));
    }

    private boolean hasTask() {
        return model.listed().filter(listed -> !desk.site().tasksFor(listed.kind()).isEmpty()).isPresent();
    }

    private List<String> whyNot() {
        Words words = desk.words();
        if (model.listed().isEmpty()) {
            return List.of(words.say("model.why.unlisted"));
        }
        ListedModel listed = model.listed().get();
        if (listed.notRunnable().isPresent()) {
            return List.of(words.say(listed.notRunnable().get()));
        }
        if (!listed.kind().isRunnable()) {
            return List.of(words.say("model.why.kind", words.name(listed.kind())));
        }
        if (model.variants().isEmpty()) {
            return List.of(words.say("model.why.no_file"));
        }
        if (!hasTask()) {
            return List.of(words.say("model.why.no_task", words.name(listed.kind())));
        }
        List<String> failures = model.runs().stream().filter(run -> run.status() == Status.FAILED)
                .map(run -> words.say("model.why.failed", run.task().name(), run.variant(), desk.cells().why(run))).distinct()
                .toList();
        return failures.isEmpty() ? List.of(words.say("model.why.not_yet")) : failures;
    }

    private ModelView.RunView run(RunRecord run) {
        Words words = desk.words();
        boolean failed = run.status() == Status.FAILED;
        return new ModelView.RunView(words.date(run.started()), task(run), run.variant(), result(run), run.reason().orElse(""),
                failed, desk.links().record(run));
    }

    private Link task(RunRecord run) {
        return desk.site().task(run.task().name()).map(task -> new Link(task.name(), desk.links().task(task.name())))
                .orElseGet(() -> Link.plain(run.task().name()));
    }

    private List<Metric> metrics(RunRecord run) {
        return desk.site().task(run.task().name()).map(task -> TaskForm.of(task.definition()).metrics())
                .orElseGet(() -> Site.metrics(run.task().kind()));
    }

    /** Where it was measured, if the numbers depend on it: two machines give one file two speeds on the same day. */
    private String machine(RunRecord run) {
        boolean timed = desk.site().task(run.task().name()).map(task -> task.definition().isTimed())
                .orElse(run.task().kind() == TaskKind.SPEED);
        return timed ? " \u00b7 " + desk.words().host(run.host()) : "";
    }

    private String result(RunRecord run) {
        return switch (run.status()) {
            case OK -> String.join(", ", metrics(run).stream()
                    .filter(metric -> run.metric(metric.id()).isPresent())
                    .map(metric -> desk.words().name(metric) + " " + desk.cells().inWords(run.metric(metric.id()).get()))
                    .toList()) + machine(run);
            case FAILED -> desk.cells().inShort(run);
            case SKIPPED -> desk.words().say("skipped");
        };
    }
}
