package pruefstand.site;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import pruefstand.record.RunProgress;
import pruefstand.text.Messages;

/**
 * Tells what goes on.
 *
 * @param words of the language
 * @param messages what the rest of the program says, in the same language
 * @param zone of whoever sits here
 */
record LiveTexts(Words words, Messages messages, ZoneId zone) {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    LiveText of(LiveState state) {
        String trouble = state.trouble().map(why -> words.say("live.trouble", messages.text(why))).orElse("");
        String faults = state.faults() == 0 ? "" : words.say("live.faults", state.faults());
        return state.run().map(run -> of(run, state, trouble, faults)).orElseGet(() -> new LiveText("none",
                words.say("live.none"), "", "", 0, 0, "", "", "", List.of(), state.edition(), site(state), trouble, faults));
    }

    private LiveText of(RunProgress run, LiveState state, String trouble, String faults) {
        RunProgress.Phase phase = run.phase();
        boolean running = phase == RunProgress.Phase.RUNNING;
        Optional<RunProgress.CellProgress> cell = run.cell().filter(_ -> running);
        String id = phase.name().toLowerCase(Locale.ROOT);
        return new LiveText(id, words.say("live." + id), cell.map(now -> words.say("live.cell", now.number(), run.total(), now.title())).orElse(""),
                cell.filter(now -> now.steps() > 0).map(now -> words.say("live.step", now.step(), now.steps())).orElse(""),
                cell.map(RunProgress.CellProgress::step).orElse(0L), cell.map(RunProgress.CellProgress::steps).orElse(0L),
                words.say("live.counts", run.done() - run.failed(), run.failed(), run.left()),
                words.say("live.began", moment(run.started())),
                run.expectedEnd().filter(_ -> running).map(end -> words.say("live.expected", moment(end))).orElse(""),
                run.recent().stream().map(this::ended).toList(), state.edition(), site(state), trouble, faults);
    }

    private String ended(RunProgress.EndedCell cell) {
        String what = switch (cell.status()) {
            case OK -> words.say("live.ended.ok", words.formats().atMost(cell.seconds(), 1));
            case FAILED -> words.say("live.ended.failed", cell.reason().orElse("?"));
            case SKIPPED -> words.say("live.ended.skipped", cell.reason().orElse("?"));
        };
        return words.say("live.ended", cell.title(), what);
    }

    private String site(LiveState state) {
        return state.building() ? words.say("live.building")
                : state.built().map(built -> words.say("live.built", moment(built))).orElse("");
    }

    private String moment(Instant instant) {
        ZonedDateTime here = instant.atZone(zone);
        return words.say("live.moment", words.date(here.toLocalDate()), TIME.format(here));
    }
}
