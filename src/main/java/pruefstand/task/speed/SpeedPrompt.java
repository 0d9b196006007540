package pruefstand.task.speed;

/**
 * What a model is asked; a line of the data file.
 *
 * @param prompt as a person would write it
 */
record SpeedPrompt(String prompt) {

    SpeedPrompt {
        if (prompt == null || prompt.isBlank()) {
            throw new IllegalArgumentException("prompt is missing");
        }
    }
}
