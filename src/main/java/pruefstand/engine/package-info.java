/**
 * The port through which everything talks to a loaded model. May import model, text, json and vector; its adapters are packages
 * of their own below.
 */
package pruefstand.engine;
