package pruefstand.engine.server;

import java.util.Optional;
import java.util.OptionalInt;
import pruefstand.engine.Generation;

/**
 * What one event of a stream says.
 *
 * @param thought text of a thinking part that the server keeps apart; often empty
 * @param said text of the answer; often empty
 * @param end why it ended, with the last of its text
 * @param promptTokens tokens of the prompt, where the event tells
 * @param tokens tokens that were generated, where the event tells
 */
record Step(String thought, String said, Optional<Generation.End> end, OptionalInt promptTokens, OptionalInt tokens) {
}
