package pruefstand.site;

import java.util.List;

/**
 * What goes on, in the words of one language; empty text where there is nothing to say.
 *
 * @param phase of the run: {@code running}, {@code finished}, {@code broken_off} or {@code none}
 * @param run what it does
 * @param cell the cell under way
 * @param step how far that has come
 * @param at the same as a number
 * @param of what it is a part of; 0 where that is not known
 * @param counts how many cells are done, failed, left
 * @param began when the run began
 * @param expected when it should be over
 * @param recent the cells that ended last
 * @param edition number of the pages that are shown; 0 before the first
 * @param site of when the pages are
 * @param trouble why they are not newer
 * @param faults of the catalogue
 */
public record LiveText(String phase, String run, String cell, String step, long at, long of, String counts, String began,
        String expected, List<String> recent, long edition, String site, String trouble, String faults) {
}
