/**
 * The site, live: its pages built again when something changes, what goes on, the form for a review, search. May import site,
 * search, catalogue, model, record, run, the engine port, text and json; it alone uses Javalin.
 */
package pruefstand.serve;
