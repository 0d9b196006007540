/**
 * Dot products, log-softmax and top-k over arrays and native memory. May import nothing of the project; the only place for the
 * Vector API.
 */
package pruefstand.vector;
