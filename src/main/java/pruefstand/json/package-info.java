/**
 * Strict reading (unknown keys are errors, with position) and canonical writing of JSON, JSON Lines and YAML; rows of JSON Lines and of tables, read less strictly. May import nothing of the project; the only owner of Jackson.
 */
package pruefstand.json;
