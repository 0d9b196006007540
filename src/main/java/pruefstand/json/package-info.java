/**
 * Strict reading (unknown keys are errors, with position) and canonical writing of JSON, JSON Lines and YAML. May import nothing of the project; the only owner of Jackson.
 */
package pruefstand.json;
