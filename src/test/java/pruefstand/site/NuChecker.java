package pruefstand.site;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nu.validator.client.EmbeddedValidator;
import org.xml.sax.SAXException;

/** The Nu HTML checker, in this process. */
public final class NuChecker {

    private static final Pattern OWN_ASSET = Pattern
            .compile("violates Content Security Policy .* “(\\.\\./)*assets/[a-z]+\\.[a-z]+” blocked|info warning: Inline script violates Content Security Policy");

    private NuChecker() {
    }

    /**
     * What the checker has to say of a page; nothing where all is well. It is handed the page without an address and so takes
     * none for the page's own: what it says of the policy and our own assets says nothing. It also takes data for a script; that pages
     * have no other than data inside is tested elsewhere.
     */
    public static String complaints(Path page) throws IOException, SAXException {
        EmbeddedValidator checker = new EmbeddedValidator();
        checker.setOutputFormat(EmbeddedValidator.OutputFormat.GNU);
        checker.setNoLangDetect(true);
        try (InputStream in = Files.newInputStream(page)) {
            return checker.validate(in).lines().filter(line -> !OWN_ASSET.matcher(line).find()).collect(Collectors.joining("\n"));
        }
    }
}
