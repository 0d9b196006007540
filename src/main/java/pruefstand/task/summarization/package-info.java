/**
 * Summaries judged by their likeness to those of people, as MTEB has it. May import what {@code task} may, and {@code task}.
 */
package pruefstand.task.summarization;
