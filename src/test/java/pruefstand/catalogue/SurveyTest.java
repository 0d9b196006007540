package pruefstand.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SurveyTest {

    private static final LintSettings SETTINGS = new LintSettings(false, LocalDate.of(2026, 11, 21));

    @Test
    void findsTheSameInPartsAsInOne() {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(5);
        for (int i = 0; i < Trials.of(2_000); i++) {
            ReviewFile file = ReviewFile.of("x", file(random).getBytes(StandardCharsets.UTF_8));
            List<Object> whole = facts(Survey.of(file, SETTINGS, 1));
            for (int parts = 2; parts < 6; parts++) {
                assertEquals(whole, facts(Survey.of(file, SETTINGS, parts)));
            }
        }
    }

    private static List<Object> facts(Survey survey) {
        NameIndex names = survey.names();
        List<Optional<Integer>> sameSource = IntStream.rangeClosed(1, survey.lines().count()).mapToObj(survey::sameSource).toList();
        List<String> mentioned = IntStream.range(0, names.size()).mapToObj(n -> names.name(n) + " " + names.line(n)).toList();
        List<Long> starts = IntStream.range(0, survey.lines().count()).mapToObj(survey.lines()::offset).toList();
        return List.of(survey.isSorted(), survey.suspects(), sameSource, mentioned, starts, survey.lines().endInLineFeed());
    }

    private static String file(RandomGenerator random) {
        List<String> lines = new ArrayList<>();
        for (int n = random.nextInt(12); n > 0; n--) {
            String source = "Model-" + random.nextInt(3) + (random.nextBoolean() ? "/2025-01-0" + (1 + random.nextInt(2)) : "");
            lines.add(switch (random.nextInt(6)) {
                case 0 -> "";
                case 1 -> "00000Doc: x";
                case 2 -> "\uFEFF" + source + ": x";
                default -> source + (random.nextBoolean() ? " Other%20" + random.nextInt(2) : "") + ": text " + random.nextInt(2);
            });
        }
        if (random.nextInt(3) > 0) {
            lines.sort(null);
        }
        return String.join("\n", lines) + (random.nextInt(3) > 0 && !lines.isEmpty() ? "\n" : "");
    }
}
