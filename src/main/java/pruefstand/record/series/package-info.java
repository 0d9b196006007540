/** How one number of one cell went over time: nights, updates, steps. May import what {@code record} may, and {@code record}. */
package pruefstand.record.series;
