package pruefstand.cli;

import java.lang.reflect.Constructor;
import picocli.CommandLine;

/** Makes commands, and hands them what they all share. */
final class Commands implements CommandLine.IFactory {

    private final Root root;
    private final CommandLine.IFactory others = CommandLine.defaultFactory();

    Commands(Root root) {
        this.root = root;
    }

    @Override
    public <K> K create(Class<K> type) throws Exception {
        for (Constructor<?> constructor : type.getDeclaredConstructors()) {
            if (constructor.getParameterCount() == 1 && constructor.getParameterTypes()[0] == Root.class) {
                return type.cast(constructor.newInstance(root));
            }
        }
        return others.create(type);
    }
}
