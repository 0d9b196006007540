/**
 * What programs read that follow a site: feeds and the sitemap, from plain values. Imports nothing of the project.
 */
package pruefstand.site.feed;
