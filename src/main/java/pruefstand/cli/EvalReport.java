package pruefstand.cli;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import pruefstand.metric.Estimate;
import pruefstand.record.RunRecord;
import pruefstand.record.Status;
import pruefstand.run.Cell;
import pruefstand.run.ClusterNews;
import pruefstand.run.EvalListener;
import pruefstand.run.Plan;
import pruefstand.run.PlannedCell;
import pruefstand.task.Task;
import pruefstand.task.kld.KldEvaluator;
import pruefstand.text.Message;

/** Tells on standard error what a run does: a line for each cell, a bar only on a terminal. */
class EvalReport implements EvalListener {

    private final Root root;
    private final Consumer<RunRecord> each;
    private Optional<ProgressBar> bar = Optional.empty();

    /**
     * A report.
     *
     * @param each takes every new record as soon as it is there
     */
    EvalReport(Root root, Consumer<RunRecord> each) {
        this.root = root;
        this.each = each;
    }

    @Override
    public void planned(Plan plan) {
        for (Plan.Left left : plan.left()) {
            root.note("cli.eval.left", left.model() + ":" + left.variant(), root.messages().text(left.why()));
        }
        if (!plan.waiting().isEmpty()) {
            root.note("cli.eval.waiting", plan.waiting().size(),
                    plan.waiting().stream().map(Task::name).collect(Collectors.joining(" ")));
        }
        plan.future().ifPresent(began -> root.note("cli.eval.future", began.toString()));
        root.note("cli.eval.plan", plan.due().size(), plan.current().size());
    }

    @Override
    public void begins(Cell cell, int number, int total) {
        if (root.terminal().isInteractive()) {
            bar = Optional.of(new ProgressBarBuilder().setTaskName("[" + number + "/" + total + "] " + cell.title())
                    .setStyle(ProgressBarStyle.ASCII).setConsumer(new BarLine(root.terminal().err())).build());
        }
    }

    @Override
    public void at(long done, long total) {
        bar.ifPresent(shown -> shown.maxHint(total).stepTo(done));
    }

    @Override
    public void late(List<PlannedCell> cells) {
        cells.forEach(planned -> root.note("cli.eval.late", planned.cell().title()));
    }

    @Override
    public void again(Cell cell, String reason) {
        root.note("cli.eval.again", cell.title(), reason);
    }

    @Override
    public void waits(String disturbance) {
        root.note("cli.eval.waits", disturbance);
    }

    @Override
    public void changed(Cell cell) {
        endBar();
        root.note("cli.eval.changed", cell.title());
    }

    private void endBar() {
        bar.ifPresent(ProgressBar::close);
        bar = Optional.empty();
    }

    @Override
    public void ended(Cell cell, RunRecord record) {
        endBar();
        root.note("cli.eval.cell", cell.title(), outcome(record), record.seconds());
        each.accept(record);
    }

    @Override
    public void cluster(ClusterNews news) {
        switch (news) {
            case ClusterNews.Submitted(var job, int elements, int cells) -> root.note("cli.slurm.submitted", job, elements, cells);
            case ClusterNews.Followed(int elements, int cells) -> root.note("cli.slurm.followed", elements, cells);
            case ClusterNews.Waiting(var reasons) -> root.note("cli.slurm.waiting", String.join(", ", reasons));
            case ClusterNews.Again(var model, var reason, int cells) -> root.note("cli.slurm.again", model, reason, cells);
            case ClusterNews.NotTaken(var model, var why) -> root.note("cli.slurm.not-taken", model, root.messages().text(why));
            case ClusterNews.Silent() -> root.note("cli.slurm.silent");
            case ClusterNews.Cancelled(var cell) -> root.note("cli.slurm.cancelled", cell.title());
            case ClusterNews.LeftBehind(var names) -> root.note("cli.slurm.left-behind", String.join(",", names));
        }
    }

    private String outcome(RunRecord record) {
        return switch (record.status()) {
            case OK -> record.main().orElseThrow() + " " + shown(record.metric(record.main().orElseThrow()).orElseThrow());
            case FAILED -> root.messages().text(Message.of("cli.eval.failed", record.reason().orElse("?")));
            case SKIPPED -> record.reason().filter(KldEvaluator.NO_BASE::equals).map(_ -> root.text("cli.eval.no-base"))
                    .orElseGet(() -> root.text("cli.eval.skipped", record.reason().orElse("?")));
        };
    }

    private String shown(Estimate estimate) {
        return estimate.low().isPresent()
                ? root.text("cli.eval.interval", shown(estimate.value()), shown(estimate.low().getAsDouble()), shown(estimate.high().getAsDouble()))
                : shown(estimate.value());
    }

    /** As the seconds on the same line are written; programs read the records. */
    private String shown(double number) {
        return String.format(root.messages().locale(), "%.4g", number);
    }

    void summary(List<RunRecord> records) {
        long failed = records.stream().filter(record -> record.status() == Status.FAILED).count();
        root.note("cli.eval.summary", records.size(), failed);
    }
}
