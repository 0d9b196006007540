package pruefstand.site.template;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.thymeleaf.context.IExpressionContext;

/** A call of a method without arguments on whatever a path leads to; which method that is is looked up once for each type in a row. */
final class Call implements ValuePath {

    private static final MethodType ANY = MethodType.methodType(Object.class, Object.class);

    private final ValuePath of;
    private final String name;
    private final List<String> methods;
    private final MethodHandles.Lookup lookup;
    /** Races do no harm: whoever sees another's finding, or none, finds the same. */
    private Found last = new Found(Void.class, MethodHandles.identity(Object.class));

    /**
     * A call.
     *
     * @param of what it is made on
     * @param name of the method, or of the property that it gives
     */
    Call(ValuePath of, String name, boolean isMethod, MethodHandles.Lookup lookup) {
        this.of = of;
        this.name = name;
        String upper = name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
        this.methods = isMethod ? List.of(name) : List.of("get" + upper, "is" + upper);
        this.lookup = lookup;
    }

    /** The method of a type. */
    private record Found(Class<?> type, MethodHandle method) {
    }

    @Override
    public Object value(IExpressionContext context) {
        Object target = of.value(context);
        if (target == null) {
            throw new IllegalStateException("nothing is asked for its " + name);
        }
        Found found = last;
        if (found.type != target.getClass()) {
            found = new Found(target.getClass(), find(target.getClass()).asType(ANY));
            last = found;
        }
        try {
            return (Object) found.method.invokeExact(target);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(name + " of " + target.getClass().getName(), e);
        }
    }

    /** By the type itself, or a type that it is and that may be seen from where the templates belong. */
    private MethodHandle find(Class<?> type) {
        return types(type).stream().flatMap(this::handles).findFirst()
                .orElseThrow(() -> new IllegalStateException(type.getName() + " has no " + name));
    }

    private Stream<MethodHandle> handles(Class<?> type) {
        return methods.stream().flatMap(method -> handle(type, method).stream());
    }

    private Optional<MethodHandle> handle(Class<?> type, String method) {
        try {
            return Optional.of(lookup.unreflect(type.getDeclaredMethod(method)));
        } catch (NoSuchMethodException | IllegalAccessException _) {
            return Optional.empty(); // another of the types may have it
        }
    }

    private static List<Class<?>> types(Class<?> type) {
        List<Class<?>> types = new ArrayList<>();
        for (Class<?> at = type; at != null; at = at.getSuperclass()) {
            types.add(at);
        }
        for (int i = 0; i < types.size(); i++) {
            types.addAll(List.of(types.get(i).getInterfaces()));
        }
        return types;
    }
}
