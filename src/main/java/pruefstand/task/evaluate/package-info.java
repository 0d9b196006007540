/**
 * From a task's kind to its evaluator: what workers call. May import what {@code task} may, {@code task} and all its kinds.
 */
package pruefstand.task.evaluate;
