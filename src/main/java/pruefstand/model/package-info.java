/**
 * Listed names to variants to artifacts: the registry, stores of files, header readers. May import catalogue, json and text.
 */
package pruefstand.model;
