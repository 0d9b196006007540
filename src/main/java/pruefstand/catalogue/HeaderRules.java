package pruefstand.catalogue;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import pruefstand.text.Message;

/** What sources have to do with each other and with the body after them. */
final class HeaderRules {

    private static final int BARE_NAMES_THAT_ARE_ONE = 3;

    private final LintSettings settings;

    HeaderRules(LintSettings settings) {
        this.settings = settings;
    }

    void check(LineText line, Header header, List<Fault> faults) {
        header.sources().forEach(source -> faults.addAll(source.faults()));
        checkRepeated(header.sources(), faults);
        if (!header.documentation()) {
            checkFuture(header.sources(), faults);
            checkBareNames(header.sources(), faults);
            line.headerEnd().ifPresent(colon -> checkColon(line, colon, faults));
        }
    }

    private static void checkRepeated(List<Source> sources, List<Fault> faults) {
        Set<String> seen = new HashSet<>();
        for (Source source : sources) {
            if (!source.written().isEmpty() && !seen.add(source.key())) {
                faults.add(Fault.of(Code.REPEATED_SOURCE, source.at(), Message.of("catalogue.repeated-source", source.text())));
            }
        }
    }

    private void checkFuture(List<Source> sources, List<Fault> faults) {
        for (Source source : sources) {
            Optional<LocalDate> day = source.date().flatMap(DateSegment::day).filter(settings.today()::isBefore);
            day.ifPresent(date -> faults.add(Fault.of(Code.FUTURE_DATE, source.at() + source.written().length() + 1,
                    Message.of("catalogue.future-date", date.toString(), settings.today().toString()))));
        }
    }

    /** One name whose SPACEs were not encoded looks like several bare names, the last perhaps with date or URL. */
    private void checkBareNames(List<Source> sources, List<Fault> faults) {
        int run = 0;
        long bare = sources.stream().filter(HeaderRules::isBareName).count();
        for (int i = 0; i < sources.size(); i++) {
            if (isBareName(sources.get(i))) {
                run++;
                continue;
            }
            if (run > 0 && sources.get(i).text().indexOf('/') > 0) {
                reportSpaces(sources.subList(i - run, i + 1), faults);
                return;
            }
            run = 0;
        }
        if (bare >= BARE_NAMES_THAT_ARE_ONE) {
            reportSpaces(sources.stream().filter(HeaderRules::isBareName).toList(), faults);
        }
    }

    private static boolean isBareName(Source source) {
        return source.isBare() && !source.text().isEmpty();
    }

    private void reportSpaces(List<Source> parts, List<Fault> faults) {
        String suggestion = parts.stream().map(Source::text).collect(Collectors.joining("%20"));
        faults.add(Fault.of(Code.UNENCODED_SPACE, parts.getFirst().at(),
                Message.of("catalogue.unencoded-space", parts.size(), suggestion))
                .withSeverity(settings.severity(Code.UNENCODED_SPACE)));
    }

    private static void checkColon(LineText line, int colon, List<Fault> faults) {
        int second = line.text().indexOf(": ", line.bodyStart());
        if (second < 0 || line.text().indexOf('/', line.bodyStart()) > second) {
            return;
        }
        List<Source> sources = Header.sources(line.text(), line.bodyStart(), second, false);
        if (sources.stream().allMatch(Source::isSound) && sources.stream().anyMatch(Source::isDatedOrLinked)) {
            faults.add(Fault.of(Code.HEADER_COLON, colon, Message.of("catalogue.header-colon",
                    line.text().substring(line.start(), colon + 1) + "%20"
                            + line.text().substring(line.bodyStart(), second))));
        }
    }
}
