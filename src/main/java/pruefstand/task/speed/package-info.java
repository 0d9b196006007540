/**
 * Speed as llama-bench counts it. May import what {@code task} may, and {@code task}.
 */
package pruefstand.task.speed;
