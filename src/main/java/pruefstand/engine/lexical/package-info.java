/**
 * Baselines that need no weights. May import what engine may; with search the only owner of Lucene.
 */
package pruefstand.engine.lexical;
