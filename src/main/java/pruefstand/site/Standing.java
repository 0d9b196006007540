package pruefstand.site;

import java.util.function.BooleanSupplier;

/**
 * A build that the next one may go on from.
 *
 * @param built the build before
 * @param stands whether the site is as that build left it, and what it is made of too but for reviews; asked before the first file is written, by
 *               several threads, which may wait for the answer
 */
public record Standing(Rebuilt built, BooleanSupplier stands) {
}
