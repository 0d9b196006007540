package pruefstand.record;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SnapshotTest {

    private static final FileTime LONG_AGO = FileTime.fromMillis(1_700_000_000_000L);

    @TempDir
    private Path folder;
    private Path deep;
    private Path file;

    @BeforeEach
    void files() throws IOException {
        deep = Files.createDirectories(folder.resolve("a/b"));
        file = Files.writeString(deep.resolve("one.json"), "1");
        Files.writeString(folder.resolve("a/two.json"), "22");
        for (Path each : List.of(file, folder.resolve("a/two.json"), deep, folder.resolve("a"), folder)) {
            Files.setLastModifiedTime(each, LONG_AGO);
        }
    }

    private Snapshot taken() {
        return Snapshot.below(List.of(folder, folder.resolve("a/none")));
    }

    @Test
    void whatIsAsItWasStands() {
        assertEquals(List.of(), taken().changed());
    }

    @Test
    void aFileOfAnotherSizeOrTimeIsChanged() throws IOException {
        Snapshot before = taken();
        Files.writeString(file, "3");
        assertEquals(List.of(file), before.changed(), "another time");
        Snapshot again = taken();
        Files.writeString(file, "44");
        assertEquals(List.of(file), again.changed(), "another size");
    }

    @Test
    void aYoungFileIsToldByItsContent() throws IOException {
        Files.writeString(file, "3");
        FileTime time = FileTime.from(Instant.now().plusSeconds(60));
        Files.setLastModifiedTime(file, time);
        Snapshot before = taken();
        Files.writeString(file, "4");
        Files.setLastModifiedTime(file, time);
        assertEquals(List.of(file), before.changed());
        Files.writeString(file, "3");
        Files.setLastModifiedTime(file, time);
        assertEquals(List.of(), before.changed());
    }

    @Test
    void whatIsAddedOrRemovedIsSeenInItsFolder() throws IOException {
        Snapshot before = taken();
        Path added = Files.writeString(deep.resolve("three.json"), "");
        assertEquals(List.of(deep), before.changed());
        Files.delete(added);
        assertEquals(List.of(), before.changed(), "the names are the same again");
        Files.delete(file);
        assertEquals(Set.of(deep, file), Set.copyOf(before.changed()));
    }

    @Test
    void aPlaceWithNothingIsChangedOnceThereIsSomething() throws IOException {
        Snapshot before = Snapshot.of(List.of(folder.resolve("a/none")));
        assertEquals(List.of(), before.changed());
        Files.createDirectory(folder.resolve("a/none"));
        assertEquals(List.of(folder.resolve("a/none")), before.changed());
    }

    @Test
    void hiddenFilesCountForNothing() throws IOException {
        Snapshot before = taken();
        Files.writeString(deep.resolve(".lock"), "");
        assertEquals(List.of(), before.changed());
        Snapshot with = taken();
        Files.writeString(deep.resolve(".lock"), "held");
        assertEquals(List.of(), with.changed());
    }

    @Test
    void aFolderThatBecameAFileIsChanged() throws IOException {
        Snapshot before = Snapshot.of(List.of(deep));
        Files.delete(file);
        Files.delete(deep);
        Files.writeString(deep, "");
        assertEquals(List.of(deep), before.changed());
    }

    @Test
    void ofThousandsOfFoldersEachIsLookedInto() throws IOException {
        for (int i = 0; i < 4_200; i++) {
            Files.writeString(Files.createDirectories(folder.resolve("many/" + i + "/below")).resolve("file"), "1");
        }
        Path last = Files.setLastModifiedTime(folder.resolve("many/4199/below/file"), LONG_AGO);
        Snapshot before = taken();
        assertEquals(List.of(), before.changed());
        assertEquals(7 + 3 * 4_200, before.places().size(), "a place without anything counts too");
        Files.writeString(last, "2");
        Path added = Files.writeString(folder.resolve("many/7/below/another"), "");
        assertEquals(Set.of(last, added.getParent()), Set.copyOf(before.changed()));
    }

    @Test
    void aLinkToAFolderIsGoneIntoWhereItIsNamedHoweverManyOthersAre() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("link"), deep);
        Set<Path> named = new HashSet<>(Set.of(link));
        for (int i = 0; i < 5_000; i++) {
            named.add(folder.resolve("none-" + i));
        }
        Snapshot before = Snapshot.below(named);
        Files.writeString(file, "other");
        assertEquals(List.of(link.resolve("one.json")), before.changed());
    }

    @Test
    void linksThatLeadInACircleEnd() throws IOException {
        Files.createSymbolicLink(deep.resolve("up"), folder);
        assertEquals(List.of(), taken().changed());
    }

    @Test
    void whatIsBehindALinkCounts() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("link"), file);
        Snapshot before = Snapshot.of(List.of(link));
        Files.writeString(file, "other");
        assertEquals(List.of(link), before.changed());
    }

    @Test
    void itIsReadAsItWasWritten() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        taken().write(new DataOutputStream(bytes));
        Snapshot read = Snapshot.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
        assertEquals(List.of(), read.changed());
        Files.writeString(file, "other");
        assertEquals(List.of(file), read.changed());
    }

    @Test
    void thousandsOfPlacesAreToldApart() throws IOException {
        for (int i = 0; i < 5000; i++) {
            Files.createFile(deep.resolve("ä" + i));
        }
        Snapshot before = taken();
        Files.writeString(deep.resolve("ä4711"), "x");
        assertEquals(List.of(deep.resolve("ä4711")), before.changed());
    }
}
