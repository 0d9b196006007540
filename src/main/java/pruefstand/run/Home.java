package pruefstand.run;

import java.nio.file.Path;

/**
 * The folder of the installed program: what it ships (tasks, small models, templates, native libraries) lies below it.
 *
 * @param folder absolute
 */
public record Home(Path folder) {

    private static final String PROPERTY = "pruefstand.home";

    /** Where the launcher says that the program lies. */
    public static Home fromLauncher() {
        String folder = System.getProperty(PROPERTY);
        if (folder == null) {
            throw new IllegalStateException("the launcher sets -D" + PROPERTY);
        }
        return new Home(Path.of(folder).toAbsolutePath().normalize());
    }

    /** The options that tell a JVM started from here the same. */
    String asJvmOption() {
        return "-D" + PROPERTY + "=" + folder;
    }

    public Path tasks() {
        return folder.resolve("eval/tasks");
    }

    /** Tasks whose data others publish; they are fetched by {@code pull}. */
    public Path hubTasks() {
        return tasks().resolve("hub");
    }

    public Path registry() {
        return folder.resolve("eval/models.yaml");
    }
}
