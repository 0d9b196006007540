package pruefstand.catalogue;

import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A walk over some lines of a file. It looks at bytes only, as long as they prove that nothing is wrong, and gathers what
 * concerns several lines: their order, their first sources, the names they mention. Lines are counted from 1.
 */
final class SurveyPart {

    private final LineScan scan;
    private final HeaderScan headers;
    private final Lines.Builder starts = new Lines.Builder();
    private final LongTable firstSources = new LongTable();
    private final NameIndex names = new NameIndex();
    private final BitSet suspects = new BitSet();
    private final Map<Integer, Long> repeatedSources = new HashMap<>();
    private boolean sorted = true;
    private boolean endsInLineFeed;

    private SurveyPart(LintSettings settings) {
        this.scan = new LineScan(settings);
        this.headers = scan.header();
    }

    static SurveyPart of(LineCursor line, LintSettings settings) {
        SurveyPart part = new SurveyPart(settings);
        while (line.start()) {
            part.starts.add(line.offset(line.from()));
            part.look(line);
        }
        part.endsInLineFeed = line.hasLineFeed();
        return part;
    }

    private void look(LineCursor line) {
        if (scan.proves(line)) {
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
        if (firstSources.putIfAbsent(key, line) != LongTable.ABSENT) {
            repeatedSources.put(line, key);
            suspects.set(line);
        }
    }

    /** Where its lines start in the file. */
    Lines.Builder starts() {
        return starts;
    }

    boolean endsInLineFeed() {
        return endsInLineFeed;
    }

    boolean isSorted() {
        return sorted;
    }

    NameIndex names() {
        return names;
    }

    /** Lines of which the walk could not prove that nothing is wrong with them. */
    BitSet suspects() {
        return suspects;
    }

    /** The first line that has each first source, by the source's hash. */
    LongTable firstSources() {
        return firstSources;
    }

    /** Lines whose first source is that of a line before, with its hash. */
    Map<Integer, Long> repeatedSources() {
        return repeatedSources;
    }
}
