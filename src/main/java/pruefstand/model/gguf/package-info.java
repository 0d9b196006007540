/**
 * Reads and checks the header of a GGUF file before native code sees it. May import what model may.
 */
package pruefstand.model.gguf;
