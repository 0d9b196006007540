/**
 * Finds what was written: the index that the browser reads without a server, and the search by words, meaning and reading of the
 * terminal and of the live site. May import catalogue, engine (the port), text, json, vector; owner of Lucene, with
 * engine.lexical.
 */
package pruefstand.search;
