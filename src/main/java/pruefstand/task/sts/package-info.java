/**
 * Semantic textual similarity as MTEB has it. May import what {@code task} may, and {@code task}.
 */
package pruefstand.task.sts;
