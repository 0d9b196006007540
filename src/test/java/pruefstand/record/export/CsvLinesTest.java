package pruefstand.record.export;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CsvLinesTest {

    private static String line(Object... values) {
        return CsvLines.line(List.of(values).stream().map(Optional::of).toList());
    }

    @Test
    void aFormulaIsText() {
        for (String formula : List.of("=1+1", "+1", "-1", "@SUM(A1)", "\uFF1DA1", " =A1")) {
            String cell = line(formula);
            assertEquals("'", cell.replace("\"", "").substring(0, 1), formula);
        }
        assertEquals("\"'=cmd|' /C calc'!A0,1\"", line("=cmd|' /C calc'!A0,1"));
        assertEquals("\"'\tx\"", line("\tx"));
    }

    @Test
    void numbersStayNumbers() {
        assertEquals("-1.5,3,true", line(-1.5, 3L, true));
    }

    @Test
    void whatWouldPartACellIsQuoted() {
        assertEquals("\"a,b\",\"say \"\"so\"\"\",\"two\nlines\",plain", line("a,b", "say \"so\"", "two\nlines", "plain"));
    }

    @Test
    void nothingIsAnEmptyCell() {
        assertEquals("a,,b", CsvLines.line(List.of(Optional.of("a"), Optional.empty(), Optional.of("b"))));
    }
}
