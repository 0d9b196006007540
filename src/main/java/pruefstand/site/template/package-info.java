/**
 * What templates may say inside of <code>${…}</code>. May import nothing of the project.
 */
package pruefstand.site.template;
