package pruefstand.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import pruefstand.text.Refusal;

/** Slurm, by its commands. */
final class SlurmCommands implements Cluster {

    private static final String FORMAT = "%j|%K|%T|%r|%N";
    private static final int FIELDS = 5;

    /** What a command has said. */
    private record Answer(int code, String out, String err) {
    }

    /** Output goes to a file that the script names: in paths, Slurm would take a percent sign for a pattern. */
    @Override
    public String submit(JobArray array) {
        List<String> command = new ArrayList<>(List.of("sbatch", "--parsable", "--job-name=" + array.name(),
                "--array=0-" + (array.elements() - 1), "--chdir=/", "--output=/dev/null", "--no-requeue"));
        command.addAll(array.options());
        Answer answer = run(command, array.script());
        if (answer.code() != 0) {
            throw Refusal.input("run.slurm.refused", String.join(" ", array.options()), answer.err().strip());
        }
        return answer.out().strip().split(";", 2)[0];
    }

    @Override
    public Optional<Map<ArrayElement, JobState>> states(Set<String> arrays) {
        Answer answer = run(List.of("squeue", "--noheader", "--states=all", "--array", "--name=" + String.join(",", arrays),
                "--format=" + FORMAT), "");
        if (answer.code() != 0) {
            return Optional.empty();
        }
        Map<ArrayElement, JobState> states = new HashMap<>();
        answer.out().lines().map(line -> line.split("\\|", -1)).filter(fields -> fields.length == FIELDS && fields[1].matches("\\d+"))
                .forEach(fields -> states.put(new ArrayElement(fields[0], Integer.parseInt(fields[1])),
                        new JobState(fields[2], fields[3], fields[4])));
        return Optional.of(states);
    }

    @Override
    public void cancelWaiting(Set<String> arrays) {
        arrays.forEach(name -> run(List.of("scancel", "--state=PENDING", "--name=" + name), ""));
    }

    /** What they say is short: it waits in the pipe until it is read. */
    private static Answer run(List<String> command, String input) {
        try {
            Process process = new ProcessBuilder(command).start();
            feed(process, input);
            String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Answer(process.onExit().join().exitValue(), out, err);
        } catch (IOException e) {
            throw Refusal.missing("run.slurm.none", command.getFirst()).because(e);
        }
    }

    private static void feed(Process process, String input) {
        try (var in = process.getOutputStream()) {
            in.write(input.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            // A command that refuses need not read its input; its exit code and its words say why.
            return;
        }
    }
}
