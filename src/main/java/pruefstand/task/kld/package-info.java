/**
 * KL divergence of a model from its base, both run over a text in lock-step.
 * May import what {@code task} may, {@code task} and {@code task.perplexity}.
 */
package pruefstand.task.kld;
