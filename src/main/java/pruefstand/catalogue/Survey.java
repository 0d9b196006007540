package pruefstand.catalogue;

import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The first walk over a file. It looks at bytes only, as long as they prove that nothing is wrong, and gathers what concerns
 * several lines: their order, their first sources, the names they mention.
 */
final class Survey {

    private final HeaderScan headers;
    private final BodyScan bodies = new BodyScan();
    private final LongTable firstSources = new LongTable();
    private final NameIndex names = new NameIndex();
    private final BitSet suspects = new BitSet();
    private final Map<Integer, Integer> sameSource = new HashMap<>();
    private boolean sorted = true;
    private Lines lines;

    private Survey(LintSettings settings) {
        this.headers = new HeaderScan(settings);
    }

    static Survey of(ReviewFile file, LintSettings settings) {
        Survey survey = new Survey(settings);
        LineCursor line = file.lines();
        Lines.Builder starts = new Lines.Builder();
        while (line.start()) {
            starts.add(line.offset(line.from()));
            survey.look(line);
        }
        survey.lines = starts.build(file, line.hasLineFeed());
        return survey;
    }

    private void look(LineCursor line) {
        int body = headers.scan(line.bytes(), line.limit(), line.from());
        int end = body < 0 ? BodyScan.UNPROVED : bodies.scan(line.bytes(), line.limit(), body);
        line.end(end < 0 ? line.lineFeed() : end);
        if (end >= 0) {
            gather(line);
        } else {
            suspects.set(line.number());
            line.text().ifPresent(text -> gather(line.number(), Header.of(text)));
        }
        int order = line.compareAbove();
        sorted &= order <= 0;
        if (order >= 0) {
            suspects.set(line.number());
        }
    }

    private void gather(LineCursor line) {
        if (!headers.isBare(0)) {
            firstSource(Hash.of(line.bytes(), headers.start(0), headers.end(0)), line.number());
        }
        for (int source = 0; source < headers.sources(); source++) {
            names.add(line.bytes(), headers.start(source), headers.nameEnd(source), line.number());
        }
    }

    private void gather(int line, Header header) {
        List<Source> sources = header.sources();
        if (header.documentation() || sources.isEmpty()) {
            return;
        }
        if (sources.getFirst().isDatedOrLinked()) {
            byte[] key = sources.getFirst().key().getBytes(StandardCharsets.UTF_8);
            firstSource(Hash.of(key, 0, key.length), line);
        }
        sources.stream().map(Source::name).filter(name -> !name.isEmpty()).forEach(name -> names.add(name, line));
    }

    private void firstSource(long key, int line) {
        int first = firstSources.putIfAbsent(key, line);
        if (first != LongTable.ABSENT) {
            sameSource.put(line, first);
            suspects.set(line);
        }
    }

    Lines lines() {
        return lines;
    }

    boolean isSorted() {
        return sorted;
    }

    NameIndex names() {
        return names;
    }

    /** Lines, from 1, of which the first walk could not prove that nothing is wrong with them. */
    BitSet suspects() {
        return suspects;
    }

    /** The line, from 1, whose first source the given line repeats. */
    Optional<Integer> sameSource(int line) {
        return Optional.ofNullable(sameSource.get(line));
    }
}
