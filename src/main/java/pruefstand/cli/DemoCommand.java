package pruefstand.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import pruefstand.catalogue.LintSettings;
import pruefstand.record.RunRecord;
import pruefstand.record.Status;
import pruefstand.run.EvalRun;
import pruefstand.run.EvalSelection;
import pruefstand.run.Workspace;
import pruefstand.site.SiteReport;

/** {@code demo}: the whole way once, on what is shipped. */
@Command(name = "demo", description = "The whole job on what is shipped: lint, evaluate the bundled models, build the site.",
        footer = {"", "Example: pruefstand demo"})
final class DemoCommand implements Callable<Integer> {

    /** Whatever else has been fetched to this machine, models or data, would take its time; so would all variants of one model. */
    private static final String MODELS = "{tiny-de-en-m:F16,tiny-de-en-m:Q4_K_M,tiny-de-en-xs,tiny-bert-*,Zeichentrigramme}";

    /** A language model that is asked something takes seconds a task, and these know too little to be asked. */
    private static final String TASKS = "{perplexity,speed,sts,pair-classification,classification,clustering,retrieval,reranking,"
            + "bitext-mining,summarization,fill-mask}*";

    private static final EvalSelection QUICK = new EvalSelection(Optional.of(MODELS), Optional.of(TASKS), false);

    @Option(names = "--out", paramLabel = "D", description = "folder for the demonstration; default: target/demo of the program")
    private Path out;

    /** The shipped models are so small that a second thread gains little, and on a busy machine the two wait for each other. */
    @Option(names = "--threads", paramLabel = "N", description = "threads to compute with; default: ${DEFAULT-VALUE}",
            defaultValue = "1")
    private OptionalInt threads = OptionalInt.empty();

    private final Root root;

    DemoCommand(Root root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        Path folder = out == null ? root.home().folder().resolve("target/demo") : root.path(out).toAbsolutePath().normalize();
        Workspace workspace = Workspace.read(root.home().folder(), root.home())
                .withTasks(root.home().tasks()).withResults(folder.resolveSibling(folder.getFileName() + "-results")).withSite(folder);
        LintSettings settings = new LintSettings(false, LocalDate.now(ZoneId.systemDefault()));
        int found = new LintRun(root, settings).check(List.of(workspace.catalogue()), new LintReport.Text(root));
        EvalReport report = new EvalReport(root, _ -> { });
        List<RunRecord> records = new EvalRun(root.home(), workspace, threads, report).measure(QUICK);
        report.summary(records);
        SiteReport site = new SiteBuild(root, workspace).build(true);
        root.note("cli.demo.open");
        root.print(site.start().toString());
        boolean failed = records.stream().anyMatch(record -> record.status() == Status.FAILED);
        return found == Exit.DONE && !failed ? Exit.DONE : Exit.FOUND;
    }
}
