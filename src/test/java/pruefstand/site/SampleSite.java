package pruefstand.site;

import java.io.PrintStream;
import java.nio.file.Path;

/** Builds the sample site under {@code target/site-sample}, to be looked at. */
final class SampleSite {

    private SampleSite() {
    }

    public static void main(String[] arguments) {
        PrintStream out = System.out;
        out.println(SiteBuilder.build(Sample.input(), Sample.options(Path.of("target/site-sample"))));
    }
}
