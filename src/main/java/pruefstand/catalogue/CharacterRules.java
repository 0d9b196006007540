package pruefstand.catalogue;

import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import pruefstand.text.Message;
import pruefstand.text.Nfc;

/** Characters that do not belong into a line, wherever they stand: for each kind one finding a line, however many there are. */
final class CharacterRules {

    private CharacterRules() {
    }

    static void check(LineText line, List<Fault> faults) {
        String text = line.text();
        int end = endWithoutReturns(text);
        if (end < text.length()) {
            Message message = Message.of("catalogue.control.carriage-return");
            faults.add(Fault.fixable(Code.CONTROL, end, message, new Edit(end, text.substring(end), "")));
        }
        Span span = new Span(text, line.start(), end);
        span.unfixable(Code.CONTROL, Scalars::isControl, "catalogue.control").ifPresent(faults::add);
        span.unfixable(Code.INVISIBLE, c -> Scalars.isInvisible(c) && !isDeletable(c), "catalogue.invisible")
                .ifPresent(faults::add);
        span.deletable(Code.INVISIBLE, CharacterRules::isDeletable, "catalogue.invisible.deletable").ifPresent(faults::add);
        span.deletable(Code.SOFT_HYPHEN, c -> c == Scalars.SOFT_HYPHEN, "catalogue.soft-hyphen").ifPresent(faults::add);
        strayJoiner(text).ifPresent(faults::add);
        notNormalized(text).ifPresent(faults::add);
    }

    /** Where the carriage returns at the end of a line begin; SPACEs between them go with them. */
    private static int endWithoutReturns(String text) {
        int end = text.length();
        for (int i = text.length() - 1; i >= 0 && (text.charAt(i) == '\r' || text.charAt(i) == ' '); i--) {
            end = text.charAt(i) == '\r' ? i : end;
        }
        return end;
    }

    private static boolean isDeletable(int scalar) {
        return scalar == Scalars.ZERO_WIDTH_SPACE || scalar == Scalars.BYTE_ORDER_MARK;
    }

    private static Optional<Fault> strayJoiner(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Scalars.isJoiner(text.charAt(i)) && !isBetweenJoinable(text, i)) {
                return Optional.of(Fault.of(Code.INVISIBLE, i,
                        Message.of("catalogue.invisible.joiner", Scalars.label(text.charAt(i)))));
            }
        }
        return Optional.empty();
    }

    private static boolean isBetweenJoinable(String text, int at) {
        return at > 0 && at + 1 < text.length() && Scalars.mayBeJoined(text.codePointBefore(at))
                && Scalars.mayBeJoined(text.codePointAt(at + 1));
    }

    private static Optional<Fault> notNormalized(String text) {
        if (Nfc.isNormalized(text)) {
            return Optional.empty();
        }
        Edit edit = Edit.between(text, Nfc.normalize(text), 0);
        return Optional.of(Fault.fixable(Code.NFC, edit.from(), Message.of("catalogue.nfc", edit.with()), edit));
    }

    /** A part of a line that is searched for characters of one kind. */
    private record Span(String text, int from, int to) {

        Optional<Fault> unfixable(Code code, IntPredicate kind, String key) {
            return first(kind).map(at -> Fault.of(code, at, message(key, at, kind)));
        }

        Optional<Fault> deletable(Code code, IntPredicate kind, String key) {
            return first(kind).map(at -> Fault.fixable(code, at, message(key, at, kind), deletion(at, kind)));
        }

        private Optional<Integer> first(IntPredicate kind) {
            for (int i = from; i < to; i += Character.charCount(text.codePointAt(i))) {
                if (kind.test(text.codePointAt(i))) {
                    return Optional.of(i);
                }
            }
            return Optional.empty();
        }

        private Message message(String key, int at, IntPredicate kind) {
            long count = text.substring(at, to).codePoints().filter(kind).count();
            return Message.of(key, Scalars.label(text.codePointAt(at)), count);
        }

        /** Deletes all of them: replaces what stands from the first to the last by the same text without them. */
        private Edit deletion(int first, IntPredicate kind) {
            int end = to;
            while (!kind.test(text.codePointBefore(end))) {
                end -= Character.charCount(text.codePointBefore(end));
            }
            String replace = text.substring(first, end);
            StringBuilder with = new StringBuilder(replace.length());
            replace.codePoints().filter(kind.negate()).forEach(with::appendCodePoint);
            return new Edit(first, replace, with.toString());
        }
    }
}
