/**
 * An engine that keeps its answers in a file and goes on from there after an interruption. May import the port, json and what that may.
 */
package pruefstand.engine.journal;
