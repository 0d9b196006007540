package pruefstand.site.template;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodHandles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The templates of a folder, each read when it is first asked for. Safe to share. */
public final class Templates {

    private static final int USUAL_LENGTH = 1 << 15;

    private final Path folder;
    private final MethodHandles.Lookup lookup;
    private final Map<String, Template> templates = new ConcurrentHashMap<>();

    /**
     * Templates {@code name.html}.
     *
     * @param lookup of a class that sees the types that templates are given
     */
    public Templates(Path folder, MethodHandles.Lookup lookup) {
        this.folder = folder;
        this.lookup = lookup;
    }

    /**
     * A page; everything that comes from the view is escaped, unless the template wants it as it is.
     *
     * @param template its name
     * @param view what the template calls {@code view}
     * @throws IllegalStateException if the template asks for what there is not
     * @throws UncheckedIOException if it cannot be read
     */
    public StringBuilder render(String template, Object view, Wordings wordings) {
        Page page = new Page(new StringBuilder(USUAL_LENGTH), wordings);
        template(template).whole().write(new Scope("view", view, null), page);
        return page.text();
    }

    private Template template(String name) {
        Template known = templates.get(name);
        return known == null ? templates.computeIfAbsent(name, this::read) : known;
    }

    private Template read(String name) {
        try {
            String source = Files.readString(folder.resolve(name + ".html"));
            return new TemplateParser(source, lookup, (other, fragment) -> template(other.isEmpty() ? name : other).fragment(fragment)).template();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (IllegalStateException e) {
            throw new IllegalStateException(name + ".html: " + e.getMessage(), e);
        }
    }
}
