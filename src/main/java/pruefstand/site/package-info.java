/**
 * The static site: views, pages, charts. May import catalogue, model, task, record, metric, search, the engine port, text and json. Templates
 * are read and filled in by {@code site.template}.
 */
package pruefstand.site;
