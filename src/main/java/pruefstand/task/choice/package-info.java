/**
 * Multiple choice as lm-evaluation-harness has it. May import what {@code task} may, and {@code task}.
 */
package pruefstand.task.choice;
