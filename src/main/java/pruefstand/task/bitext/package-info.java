/**
 * Finding translations among sentences, as MTEB has it. May import what {@code task} may, and {@code task}.
 */
package pruefstand.task.bitext;
