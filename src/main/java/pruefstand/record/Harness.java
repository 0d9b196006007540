package pruefstand.record;

/**
 * The program that measured.
 *
 * @param version its version
 * @param commit the commit it was built from, or {@code unknown}
 * @param dirty whether it was built with changes that are in no commit
 */
public record Harness(String version, String commit, boolean dirty) {
}
