/**
 * What was measured: records, their store, history. May import metric, model, task and json.
 */
package pruefstand.record;
