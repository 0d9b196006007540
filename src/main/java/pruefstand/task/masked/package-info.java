/**
 * Hidden words that a masked model guesses. May import what {@code task} may, and {@code task}.
 */
package pruefstand.task.masked;
