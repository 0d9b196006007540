package pruefstand.site.template;

import java.lang.invoke.MethodHandles;
import org.thymeleaf.context.IExpressionContext;
import org.thymeleaf.exceptions.TemplateProcessingException;
import org.thymeleaf.standard.expression.IStandardVariableExpression;
import org.thymeleaf.standard.expression.IStandardVariableExpressionEvaluator;
import org.thymeleaf.standard.expression.StandardExpressionExecutionContext;
import org.thymeleaf.standard.expression.VariableExpression;

/**
 * Reads <code>${…}</code> as a path, {@code board.heads()[at.index].first()}: a name, then calls without arguments, properties of beans,
 * and elements of lists. Templates cannot call anything else, so views are all that they reach. Safe to share.
 */
public final class PathEvaluator implements IStandardVariableExpressionEvaluator {

    private final MethodHandles.Lookup lookup;

    /**
     * For templates that see what a class sees.
     *
     * @param lookup of that class
     */
    public PathEvaluator(MethodHandles.Lookup lookup) {
        this.lookup = lookup;
    }

    @Override
    public Object evaluate(IExpressionContext context, IStandardVariableExpression expression, StandardExpressionExecutionContext how) {
        try {
            return path(expression).value(context);
        } catch (RuntimeException e) {
            throw new TemplateProcessingException("${" + expression.getExpression() + "}: " + e.getMessage(), e);
        }
    }

    /** Read when it is first evaluated. */
    private ValuePath path(IStandardVariableExpression expression) {
        if (!(expression instanceof VariableExpression variable)) {
            throw new IllegalStateException("templates here select no objects");
        }
        if (variable.getCachedExpression() instanceof ValuePath path) {
            return path;
        }
        ValuePath path = ValuePath.of(variable.getExpression(), lookup);
        variable.setCachedExpression(path);
        return path;
    }
}
