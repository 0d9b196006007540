package pruefstand.nightly;

import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import pruefstand.run.Workspace;
import pruefstand.text.Message;
import pruefstand.text.Refusal;

/**
 * What became of the site.
 *
 * @param start its start page; empty where it could not be built
 * @param published whether it was put where it is read; empty where that was not tried
 * @param troubles what went wrong
 */
record Pages(Optional<String> start, Optional<Boolean> published, List<Message> troubles) {

    /** Builds and publishes where anything is new. Only what was published counts as done, so that the next night tries again. */
    static Pages made(Workspace workspace, NightSteps steps) {
        SiteStamp stamp = new SiteStamp(workspace.results().getFirst().resolve(".night.site"));
        String inputs = steps.siteInputs();
        Optional<String> current = stamp.current(inputs);
        if (current.isPresent()) {
            return new Pages(current, Optional.empty(), List.of());
        }
        Pages pages = built(workspace, steps);
        pages.start().filter(_ -> pages.published().orElse(true)).ifPresent(page -> stamp.set(inputs, page));
        return pages;
    }

    private static Pages built(Workspace workspace, NightSteps steps) {
        try {
            Optional<String> start = Optional.of(steps.site().start().toString());
            return workspace.night().publish().map(line -> new ShellCommand(line, workspace.root()).run(""))
                    .map(wrong -> new Pages(start, Optional.of(wrong.isEmpty()), wrong.stream().toList()))
                    .orElseGet(() -> new Pages(start, Optional.empty(), List.of()));
        } catch (Refusal e) {
            return none(e.what());
        } catch (UncheckedIOException e) {
            return none(Message.of("nightly.site.unwritten", String.valueOf(e.getCause().getMessage())));
        }
    }

    private static Pages none(Message why) {
        return new Pages(Optional.empty(), Optional.empty(), List.of(why));
    }
}
