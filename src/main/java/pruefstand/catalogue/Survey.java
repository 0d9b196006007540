package pruefstand.catalogue;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** The first walk over a file, a large one in parts at once, put together. Lines are counted from 1. */
final class Survey {

    /** Smaller parts are not worth the threads. */
    private static final long SMALLEST_PART = 16L << 20;

    private final LongTable firstSources;
    private final NameIndex names;
    private final BitSet suspects;
    private final Map<Integer, Integer> sameSource = new HashMap<>();
    private final Lines lines;
    private final boolean sorted;

    private Survey(ReviewFile file, List<SurveyPart> parts) {
        SurveyPart first = parts.getFirst();
        firstSources = first.firstSources();
        names = first.names();
        suspects = first.suspects();
        addRepeatedSources(first, 0);
        Lines.Builder starts = first.starts();
        List<Integer> seams = new ArrayList<>();
        for (SurveyPart part : parts.subList(1, parts.size())) {
            gather(part, starts.count());
            seams.add(starts.count());
            starts.addAll(part.starts());
        }
        this.lines = starts.build(file, parts.getLast().endsInLineFeed());
        this.sorted = parts.stream().allMatch(SurveyPart::isSorted) & areSorted(seams);
    }

    static Survey of(ReviewFile file, LintSettings settings) {
        long parts = Math.clamp(file.bytes().byteSize() / SMALLEST_PART, 1, Runtime.getRuntime().availableProcessors());
        return of(file, settings, (int) parts);
    }

    static Survey of(ReviewFile file, LintSettings settings, int mostParts) {
        List<Long> cuts = cuts(file, mostParts);
        IntStream parts = IntStream.range(0, cuts.size() - 1);
        return new Survey(file, (mostParts > 1 ? parts.parallel() : parts)
                .mapToObj(i -> SurveyPart.of(new LineCursor(file.bytes(), cuts.get(i), cuts.get(i + 1)), settings)).toList());
    }

    /** Where the parts start, and the end of the file. */
    private static List<Long> cuts(ReviewFile file, int parts) {
        long size = file.bytes().byteSize();
        List<Long> cuts = new ArrayList<>(List.of(0L));
        for (int part = 1; part < parts; part++) {
            long cut = file.nextLine(size / parts * part);
            if (cut > cuts.getLast() && cut < size) {
                cuts.add(cut);
            }
        }
        cuts.add(size);
        return cuts;
    }

    private void gather(SurveyPart part, int linesBefore) {
        part.suspects().stream().forEach(line -> suspects.set(line + linesBefore));
        names.addAll(part.names(), linesBefore);
        firstSources.reserve(part.firstSources().size());
        part.firstSources().forEach((key, line) -> {
            int first = firstSources.putIfAbsent(key, line + linesBefore);
            if (first != LongTable.ABSENT) {
                addSameSource(line + linesBefore, first);
            }
        });
        addRepeatedSources(part, linesBefore);
    }

    private void addRepeatedSources(SurveyPart part, int linesBefore) {
        part.repeatedSources().forEach((line, key) -> addSameSource(line + linesBefore, firstSources.get(key)));
    }

    private void addSameSource(int line, int first) {
        sameSource.put(line, first);
        suspects.set(line);
    }

    /** Whether the first line of each later part belongs after the last line of the part before. */
    private boolean areSorted(List<Integer> seams) {
        boolean ascending = true;
        for (int seam : seams) {
            int order = lines.compare(seam - 1, seam);
            ascending &= order <= 0;
            if (order >= 0) {
                suspects.set(seam + 1);
            }
        }
        return ascending;
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

    /** Lines of which the walk could not prove that nothing is wrong with them. */
    BitSet suspects() {
        return suspects;
    }

    /** The line whose first source the given line repeats. */
    Optional<Integer> sameSource(int line) {
        return Optional.ofNullable(sameSource.get(line));
    }
}
