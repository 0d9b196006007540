package pruefstand.nightly;

/**
 * Something that is really worse than before.
 *
 * @param model listed name
 * @param variant its variant
 * @param task the task's name
 * @param metric id of what got worse
 * @param before what it was: of a quality the value before, of a speed the median
 * @param now what it is
 * @param evidence why that is no chance, in English
 */
public record Regression(String model, String variant, String task, String metric, double before, double now, String evidence) {

    String subject() {
        return model + ":" + variant;
    }
}
