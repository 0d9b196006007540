/**
 * One class a command: parse, call, print, exit code. May import everything; the only owner of picocli and the progress bar.
 */
package pruefstand.cli;
