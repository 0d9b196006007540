package pruefstand.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.util.ULocale;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FilledPatternTest {

    @ParameterizedTest
    @ValueSource(strings = {"{0}", "{0}, {1}", "before {1} between {0} after", "it''s {0}", "it's {1}", "a '{brace}' and {0}", "{0}{0}{1}", "nothing"})
    void fillsGapsAsIcuDoes(String pattern) {
        assertEquals(Optional.of(new MessageFormat(pattern, ULocale.GERMANY).format(new Object[] {"one '{1}'", "<two>"})),
                FilledPattern.of(pattern).flatMap(simple -> simple.with(List.of("one '{1}'", "<two>"))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{0, number}", "{0, plural, one {one} other {# of them}}", "{name}", "{0, date, long}"})
    void leavesToIcuWhatItAloneKnows(String pattern) {
        assertEquals(Optional.empty(), FilledPattern.of(pattern));
    }

    @Test
    void leavesNumbersAndMissingArgumentsToIcu() {
        FilledPattern pattern = FilledPattern.of("{0} and {1}").orElseThrow();
        assertEquals(Optional.empty(), pattern.with(List.of("one", 2)));
        assertEquals(Optional.empty(), pattern.with(List.of("one")));
    }
}
