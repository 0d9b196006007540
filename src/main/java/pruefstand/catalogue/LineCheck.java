package pruefstand.catalogue;

import java.util.ArrayList;
import java.util.List;
import pruefstand.text.Message;

/** Everything that can be wrong within one line. */
final class LineCheck {

    private final HeaderRules headerRules;

    LineCheck(LintSettings settings) {
        this.headerRules = new HeaderRules(settings);
    }

    /** What is wrong, from left to right. */
    List<Fault> faults(LineText line) {
        if (line.text().isEmpty()) {
            return List.of(Fault.of(Code.BLANK_LINE, 0, Message.of("catalogue.blank-line")));
        }
        List<Fault> faults = new ArrayList<>();
        if (line.hasByteOrderMark()) {
            faults.add(Fault.fixable(Code.BOM, 0, Message.of("catalogue.bom"), new Edit(0, "\uFEFF", "")));
        }
        CharacterRules.check(line, faults);
        if (line.headerEnd().isPresent()) {
            headerRules.check(line, Header.of(line), faults);
            BodyRules.check(line, faults);
        } else {
            faults.add(Fault.of(Code.NO_HEADER, 0, Message.of("catalogue.no-header")));
        }
        faults.sort(Fault.LEFT_TO_RIGHT);
        return faults;
    }
}
