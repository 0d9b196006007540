/**
 * Records as tables for SQL, and in the field's own formats. May import what {@code record} may, and {@code record}.
 */
package pruefstand.record.export;
