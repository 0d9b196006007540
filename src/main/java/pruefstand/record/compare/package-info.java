/**
 * Which of two models is better, item by item; which models share a rank. May import what {@code record} may, and {@code record}.
 */
package pruefstand.record.compare;
