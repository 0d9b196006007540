/**
 * Task definitions, data sets, and one evaluator a kind. May import the engine port, metric, json, text and vector.
 */
package pruefstand.task;
