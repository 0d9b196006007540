package pruefstand.engine.onnx;

import java.util.Optional;

/**
 * What a graph gave for the next tokens of texts.
 *
 * @param output the numbers that were asked for, if any were
 * @param past what it now remembers; whoever has it closes it
 */
record Step(Optional<Output> output, KeyValues past) {
}
