/**
 * How well vectors fall into the classes that people see, as MTEB has it. May import what {@code task} may, and {@code task}.
 */
package pruefstand.task.clustering;
