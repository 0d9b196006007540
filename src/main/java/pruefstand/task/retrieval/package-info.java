/**
 * Finding documents for queries: retrieval in a corpus, and reranking of candidates, as MTEB has them. May import what {@code task}
 * may, and {@code task}.
 */
package pruefstand.task.retrieval;
