package pruefstand.run;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Enumeration;
import java.util.Optional;
import java.util.jar.Manifest;
import pruefstand.record.Harness;

/** Which build of the program this is, from the manifest of its jar. */
public final class HarnessBuild {

    private static final Harness UNPACKED = new Harness("unpacked", "unknown", true);

    private HarnessBuild() {
    }

    /** This build; classes that lie unpacked in a folder (as in tests) say {@code unpacked}. */
    public static Harness current() {
        try {
            Enumeration<URL> manifests = HarnessBuild.class.getClassLoader().getResources("META-INF/MANIFEST.MF");
            while (manifests.hasMoreElements()) {
                Optional<Harness> found = fromManifest(manifests.nextElement());
                if (found.isPresent()) {
                    return found.get();
                }
            }
            return UNPACKED;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<Harness> fromManifest(URL url) throws IOException {
        try (InputStream in = url.openStream()) {
            var main = new Manifest(in).getMainAttributes();
            return Optional.ofNullable(main.getValue("Build-Commit")).map(commit -> new Harness(
                    main.getValue("Implementation-Version"), commit.startsWith("$") ? "unknown" : commit,
                    !"false".equals(main.getValue("Build-Dirty"))));
        }
    }
}
