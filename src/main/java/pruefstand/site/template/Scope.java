package pruefstand.site.template;

/**
 * What names stand for at a place of a template; inner names hide outer ones.
 *
 * @param name of a value
 * @param value that value
 * @param outer the other names; null at the outermost
 */
record Scope(String name, Object value, Scope outer) {

    Object get(String wanted) {
        for (Scope at = this; at != null; at = at.outer) {
            if (at.name.equals(wanted)) {
                return at.value;
            }
        }
        throw new IllegalStateException("the template knows no " + wanted);
    }
}
