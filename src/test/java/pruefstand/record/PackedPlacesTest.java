package pruefstand.record;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PackedPlacesTest {

    private static final FileState NOTHING = new FileState(FileState.Kind.NOTHING, 0, 0, 0);

    private static byte[] packed(List<String> places) {
        PackedPlaces.Writer packed = new PackedPlaces.Writer();
        places.forEach(place -> packed.add(place, NOTHING));
        return packed.bytes();
    }

    @Test
    void whatIsPackedIsReadAgain() {
        // ä and ö begin with the same byte; the second place is a beginning of the first, and two are longer than any path that Linux takes.
        List<String> places = List.of("/a/bä", "/a/b", "/a/bö", "", "/" + "x".repeat(40_000), "/" + "x".repeat(40_000) + "y", "/𝄞");
        List<String> read = new ArrayList<>();
        for (PackedPlaces place = new PackedPlaces(packed(places)); place.next();) {
            read.add(place.path().toString());
        }
        assertEquals(places, read);
    }

    @Test
    void theFolderIsWhatAllBeginWithAsFarAsTheLastSlash() {
        assertEquals("/a/", PackedPlaces.folder(packed(List.of("/a/bc", "/a/bd", "/a/b"))));
        assertEquals("/", PackedPlaces.folder(packed(List.of("/ä/b", "/ö/b"))), "not half a letter");
        assertEquals("", PackedPlaces.folder(packed(List.of("a", "b"))));
        assertEquals("/a/b/", PackedPlaces.folder(packed(List.of("/a/b/c"))));
    }
}
