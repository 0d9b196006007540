/**
 * How well vectors tell classes apart, as MTEB has it. May import what {@code task} may, and {@code task}.
 */
package pruefstand.task.classification;
