/** The night: lint, pull, eval, compare, site, publish. May import everything but {@code serve} and {@code cli}. */
package pruefstand.nightly;
