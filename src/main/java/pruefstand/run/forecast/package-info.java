/**
 * Whether a model fits and how fast it will be, before it is there. May import what {@code run} may, and {@code run}.
 */
package pruefstand.run.forecast;
