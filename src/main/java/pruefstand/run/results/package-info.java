/**
 * Looks after folders of records: checks them, takes in those of other machines, lets go of old items. May import what {@code run} may,
 * and {@code run}.
 */
package pruefstand.run.results;
