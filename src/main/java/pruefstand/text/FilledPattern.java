package pruefstand.text;

import com.ibm.icu.text.MessagePattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A message pattern whose arguments stand in it as they are. Text for the gaps is all that it takes; ICU would look the whole pattern
 * through each time.
 *
 * @param texts before, between and after the gaps
 * @param gaps numbers of the arguments
 */
record FilledPattern(List<String> texts, List<Integer> gaps) {

    /** None where the pattern has plurals, formats or names. */
    static Optional<FilledPattern> of(String pattern) {
        MessagePattern parsed = new MessagePattern(pattern);
        List<String> texts = new ArrayList<>();
        List<Integer> gaps = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        int from = 0;
        for (int i = 0; i < parsed.countParts(); i++) {
            MessagePattern.Part part = parsed.getPart(i);
            switch (part.getType()) {
                case MSG_START, ARG_LIMIT -> { }
                case SKIP_SYNTAX, INSERT_CHAR, MSG_LIMIT -> text.append(pattern, from, part.getIndex());
                case ARG_START -> {
                    if (part.getArgType() != MessagePattern.ArgType.NONE) {
                        return Optional.empty();
                    }
                    texts.add(text.append(pattern, from, part.getIndex()).toString());
                    text.setLength(0);
                }
                case ARG_NUMBER -> gaps.add(part.getValue());
                default -> {
                    return Optional.empty();
                }
            }
            from = part.getLimit();
        }
        texts.add(text.toString());
        return Optional.of(new FilledPattern(List.copyOf(texts), List.copyOf(gaps)));
    }

    /** The message; none where an argument is missing or is no text, since numbers are written as a language writes them. */
    Optional<String> with(List<Object> arguments) {
        StringBuilder message = new StringBuilder(texts.getFirst());
        for (int i = 0; i < gaps.size(); i++) {
            if (gaps.get(i) >= arguments.size() || !(arguments.get(gaps.get(i)) instanceof String text)) {
                return Optional.empty();
            }
            message.append(text).append(texts.get(i + 1));
        }
        return Optional.of(message.toString());
    }
}
