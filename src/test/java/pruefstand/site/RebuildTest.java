package pruefstand.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pruefstand.text.Refusal;

class RebuildTest {

    @TempDir
    Path folder;

    @Test
    void anUnchangedSiteIsNotTouched() throws IOException {
        Path out = folder.resolve("site");
        SiteReport first = SiteBuilder.build(Sample.input(), Sample.options(out));
        FileTime longAgo = FileTime.fromMillis(0);
        for (String file : new BuiltSite(out).files()) {
            Files.setLastModifiedTime(out.resolve(file), longAgo);
        }
        SiteReport second = SiteBuilder.build(Sample.input(), Sample.options(out));
        assertEquals(new SiteReport(out.resolve("index.html"), first.pages(), 0, first.written(), 0), second);
        for (String file : new BuiltSite(out).files()) {
            assertEquals(longAgo, Files.getLastModifiedTime(out.resolve(file)), file);
        }
    }

    @Test
    void twoBuildsAreByteIdentical() {
        BuiltSite one = BuiltSite.of(Sample.input(), folder.resolve("one"));
        BuiltSite other = BuiltSite.of(Sample.input(), folder.resolve("other"));
        assertEquals(one.files(), other.files());
        one.files().forEach(file -> assertEquals(one.text(file), other.text(file), file));
    }

    @Test
    void pagesThatNoLongerBelongAreRemovedAndStrangersAreKept() throws IOException {
        Path out = folder.resolve("site");
        SiteBuilder.build(Sample.input(), Sample.options(out));
        Path mine = Files.writeString(out.resolve("de/models/mine.html"), "mine");
        SiteInput all = Sample.input();
        SiteInput without = new SiteInput(all.catalogue(), all.models(), all.tasks(), List.of());
        SiteReport report = SiteBuilder.build(without, Sample.options(out));
        assertTrue(report.removed() >= all.records().size(), report.toString());
        assertFalse(Files.exists(out.resolve("records")));
        assertTrue(Files.exists(mine));
    }

    @Test
    void refusesToReplaceAFileOfSomeoneElse() throws IOException {
        Path out = Files.createDirectories(folder.resolve("home"));
        Path mine = Files.writeString(out.resolve("index.html"), "mine");
        Refusal refusal = assertThrows(Refusal.class, () -> SiteBuilder.build(Sample.input(), Sample.options(out)));
        assertTrue(refusal.getMessage().contains("index.html"), refusal.getMessage());
        assertEquals("mine", Files.readString(mine));
        assertFalse(Files.exists(out.resolve("de")));
    }
}
