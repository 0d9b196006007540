/**
 * The static site: views, pages, charts. May import catalogue, model, task, record, metric, search, the engine port, text and json. It alone owns
 * Thymeleaf, which fills in the templates.
 */
package pruefstand.site;
