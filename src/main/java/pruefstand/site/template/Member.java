package pruefstand.site.template;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A call of a method without arguments, on whatever stands before it; which method that is is looked up once for each type. */
final class Member implements Expression {

    private static final MethodType ANY = MethodType.methodType(Object.class, Object.class);

    private final MethodHandles.Lookup lookup;
    private final Expression of;
    private final String name;
    private volatile Found last = new Found(Void.class, MethodHandles.identity(Object.class));

    Member(MethodHandles.Lookup lookup, Expression of, String name) {
        this.lookup = lookup;
        this.of = of;
        this.name = name;
    }

    /** The method of a type. */
    private record Found(Class<?> type, MethodHandle method) {
    }

    @Override
    public Object value(Scope scope, Page page) {
        Object target = of.value(scope, page);
        if (target == null) {
            throw new IllegalStateException("a template asks nothing for its " + name);
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
        return types(type).stream().flatMap(each -> handle(each).stream()).findFirst()
                .orElseThrow(() -> new IllegalStateException("a template asks " + type.getName() + " for a " + name + " that it has not"));
    }

    private Optional<MethodHandle> handle(Class<?> type) {
        try {
            Method method = type.getDeclaredMethod(name);
            return Optional.of(lookup.unreflect(method));
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
            for (Class<?> each : types.get(i).getInterfaces()) {
                types.add(each);
            }
        }
        return types;
    }
}
