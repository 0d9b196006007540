package pruefstand.site.template;

import java.util.List;

/**
 * A part of a template that others can call.
 *
 * @param parameters names of its parameters
 * @param node what it writes
 */
record Fragment(List<String> parameters, Node node) {

    /**
     * A fragment with what its names stand for.
     *
     * @param node what it writes
     * @param scope where
     */
    record Called(Node node, Scope scope) {
    }

    Called called(List<Expression> arguments, Scope scope, Page page) {
        if (arguments.size() != parameters.size()) {
            throw new IllegalStateException("a template gives a fragment with the parameters " + parameters + " " + arguments.size() + " arguments");
        }
        Scope inner = scope;
        for (int i = 0; i < arguments.size(); i++) {
            inner = new Scope(parameters.get(i), arguments.get(i).value(scope, page), inner);
        }
        return new Called(node, inner);
    }
}
