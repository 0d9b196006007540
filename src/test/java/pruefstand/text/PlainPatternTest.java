package pruefstand.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.util.ULocale;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PlainPatternTest {

    private static final List<Object> ARGUMENTS = List.of("eins", "{0}", "drei");

    @Test
    void fillsAsIcuDoes() {
        for (String pattern : List.of("", "nothing", "{0}", "{2}{1}{0}", "a {0} b {0} `\\n` %", "Größe {1}!")) {
            assertEquals(Optional.of(new MessageFormat(pattern, ULocale.ENGLISH).format(ARGUMENTS.toArray())),
                    PlainPattern.fill(pattern, ARGUMENTS));
        }
    }

    @Test
    void leavesTheRestToIcu() {
        assertEquals(Optional.empty(), PlainPattern.fill("don''t {0}", ARGUMENTS));
        assertEquals(Optional.empty(), PlainPattern.fill("{0, plural, one {#} other {#}}", ARGUMENTS));
        assertEquals(Optional.empty(), PlainPattern.fill("{7}", ARGUMENTS));
        assertEquals(Optional.empty(), PlainPattern.fill("{0}", List.of(1000)));
        assertEquals(Optional.empty(), PlainPattern.fill("{", ARGUMENTS));
    }
}
