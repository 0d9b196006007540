/**
 * The review file: parser, linter, editor, diagnostics, and the frozen {@link pruefstand.catalogue.Catalogue}. May import text
 * and json.
 */
package pruefstand.catalogue;
