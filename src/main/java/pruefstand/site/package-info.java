/**
 * The static site: views, pages, charts. May import catalogue, model, task, record, metric, the engine port, text and json; the only owner of Thymeleaf.
 */
package pruefstand.site;
