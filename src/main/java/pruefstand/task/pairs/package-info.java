/**
 * Telling pairs of texts that mean the same from others, as MTEB has it. May import what {@code task} may, and {@code task}.
 */
package pruefstand.task.pairs;
