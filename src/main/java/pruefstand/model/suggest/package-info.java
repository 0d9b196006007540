/**
 * Matches model files that lie on this machine with the names that reviews use, and writes registry entries for them. May import
 * what model may.
 */
package pruefstand.model.suggest;
