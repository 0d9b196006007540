/**
 * Templates: HTML in the notation of Thymeleaf, as far as the site uses it, read once into a tree that writes pages. Thymeleaf itself
 * looks every expression and attribute up anew for each element that it writes, which took most of the time of building a large site.
 * May import nothing of the project.
 */
package pruefstand.site.template;
