package pruefstand.run;

import java.util.List;

/**
 * A job array to be submitted.
 *
 * @param name unique, letters, digits and hyphens
 * @param elements how many
 * @param options of {@code sbatch}: what each element needs
 * @param script what each element runs, for a POSIX shell
 */
record JobArray(String name, int elements, List<String> options, String script) {
}
