/**
 * Charts drawn at build time: values in, coordinates of an SVG out; templates only write them down. May import nothing of the
 * project.
 */
package pruefstand.site.chart;
