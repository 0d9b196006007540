/**
 * Fetches files from a hub, whole and checked or not at all, into the cache that the hub's own tools share. May import what
 * model may.
 */
package pruefstand.model.hub;
