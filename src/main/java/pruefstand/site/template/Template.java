package pruefstand.site.template;

import java.util.Map;

/**
 * A template that was read.
 *
 * @param whole all of it
 * @param fragments its parts that can be called, by their names, and by the names of elements
 */
record Template(Node whole, Map<String, Fragment> fragments) {

    Fragment fragment(String name) {
        Fragment found = fragments.get(name);
        if (found == null) {
            throw new IllegalStateException("the template has no fragment " + name);
        }
        return found;
    }
}
