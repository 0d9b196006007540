/**
 * llama.cpp in the process, through the Foreign Function and Memory API. May import what engine may.
 */
package pruefstand.engine.llamacpp;
