/**
 * Perplexity by three methods, bits per byte on fixed spans, and the evaluator of the kind.
 * May import what {@code task} may, and {@code task}.
 */
package pruefstand.task.perplexity;
