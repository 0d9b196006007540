/**
 * Workspace, plan, worker processes and the host they run on. May import everything above: text, json, metric, catalogue, model, engine, task, record; the only owner of OSHI.
 */
package pruefstand.run;
