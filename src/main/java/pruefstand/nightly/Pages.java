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

    /** Builds what is new, and publishes where anything is. Only what was published counts as done, so that the next night tries again. */
    static Pages made(Workspace workspace, NightSteps steps) {
        try {
            String start = steps.site().start().toString();
            SiteStamp stamp = new SiteStamp(workspace.results().getFirst().resolve(".night.site"));
            Optional<String> state = steps.siteState();
            if (state.filter(stamp::isOf).isPresent()) {
                return new Pages(Optional.of(start), Optional.empty(), List.of());
            }
            Pages pages = published(start, workspace);
            state.filter(_ -> pages.published().orElse(true)).ifPresent(stamp::set);
            return pages;
        } catch (Refusal e) {
            return none(e.what());
        } catch (UncheckedIOException e) {
            return none(Message.of("nightly.site.unwritten", String.valueOf(e.getCause().getMessage())));
        }
    }

    private static Pages published(String start, Workspace workspace) {
        return workspace.night().publish().map(line -> new ShellCommand(line, workspace.root()).run(""))
                .map(wrong -> new Pages(Optional.of(start), Optional.of(wrong.isEmpty()), wrong.stream().toList()))
                .orElseGet(() -> new Pages(Optional.of(start), Optional.empty(), List.of()));
    }

    private static Pages none(Message why) {
        return new Pages(Optional.empty(), Optional.empty(), List.of(why));
    }
}
