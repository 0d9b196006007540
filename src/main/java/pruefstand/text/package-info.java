/**
 * What people read and write: messages in German and English, refusals, slugs. May import nothing of the project; the only owner of ICU4J.
 */
package pruefstand.text;
