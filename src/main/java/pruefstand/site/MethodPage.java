package pruefstand.site;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import pruefstand.metric.Metric;
import pruefstand.task.TaskKind;

/** Writes the page that explains the numbers. */
record MethodPage(Desk desk) {

    MethodView view() {
        Words words = desk.words();
        List<TaskView.MetricView> metrics = Stream.concat(TaskForm.all().flatMap(form -> form.metrics().stream()),
                Stream.of(Metric.ROOFLINE_SHARE)).distinct().map(metric -> explained(words, metric, desk.term("metric." + metric.id() + ".name"))).toList();
        List<String> hosts = Arrays.stream(TaskKind.values()).flatMap(kind -> desk.results().hosts(kind).stream())
                .map(run -> words.host(run.host())).distinct().toList();
        return new MethodView(desk.frames().frame(words.say("method.title"), words.say("method.description")), metrics, hosts);
    }

    static TaskView.MetricView explained(Words words, Metric metric, String href) {
        return new TaskView.MetricView(metric.id(), words.name(metric), words.about(metric), words.unit(metric), href);
    }
}
