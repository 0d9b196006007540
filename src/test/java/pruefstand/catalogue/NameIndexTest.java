package pruefstand.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** {@link NameIndex} and what {@link NearNames} finds in it. */
class NameIndexTest {

    private static NameIndex names(String... names) {
        NameIndex index = new NameIndex();
        IntStream.range(0, names.length).forEach(i -> index.add(names[i], i + 1));
        return index;
    }

    private static List<String> all(NameIndex index) {
        return IntStream.range(0, index.size()).mapToObj(i -> index.name(i) + " " + index.line(i)).toList();
    }

    private static List<String> near(String... names) {
        NameIndex index = names(names);
        NearNames near = new NearNames(index);
        near.search();
        List<String> pairs = new ArrayList<>();
        near.forEach((number, other) -> pairs.add(index.name(number) + " ~ " + index.name(other)));
        return pairs;
    }

    @Test
    void keepsTheLineThatMentionsANameFirst() {
        assertEquals(List.of("WAN 2.2 1", "Größe 2", "a/b% 4"), all(names("WAN 2.2", "Größe", "WAN 2.2", "a/b%")));
    }

    /** As bytes 200 and 201: ü has two. */
    @Test
    void leavesOutNamesLongerThanTwoHundredBytes() {
        String longest = "a".repeat(198) + "ü";
        assertEquals(List.of(longest + " 1"), all(names(longest, "a".repeat(199) + "ü", "b".repeat(201))));
    }

    @Test
    void holdsThousandsOfNames() {
        NameIndex index = new NameIndex();
        IntStream.range(0, 5_000).forEach(i -> index.add("Model " + "x".repeat(i % 100) + i, i + 1));
        assertEquals(5_000, index.size());
        IntStream.range(0, 5_000).forEach(i -> {
            assertEquals("Model " + "x".repeat(i % 100) + i, index.name(i));
            assertEquals(i + 1, index.line(i));
        });
    }

    @Test
    void takesOverTheNamesOfALaterPart() {
        NameIndex index = names("a", "b b");
        index.addAll(names("c", "a", "dd"), 10);
        assertEquals(List.of("a 1", "b b 2", "c 11", "dd 13"), all(index));
    }

    @Test
    void oneUnitMoreLessOrOtherIsOneEdit() {
        NameIndex index = names("Flux", "Fluxx", "Fluy", "lux", "Fulx", "Flu", "Fluxes", "Fl.ux");
        assertTrue(index.isOneEdit(0, 1));
        assertTrue(index.isOneEdit(1, 0));
        assertTrue(index.isOneEdit(0, 2));
        assertTrue(index.isOneEdit(0, 3));
        assertFalse(index.isOneEdit(0, 4), "two letters changed places");
        assertTrue(index.isOneEdit(0, 5));
        assertFalse(index.isOneEdit(0, 6));
        assertFalse(index.isOneEdit(0, 0));
        assertTrue(index.isOneEdit(7, 0));
        assertFalse(index.isOneEdit(3, 2));
    }

    @Test
    void findsNamesOneEditApart() {
        assertEquals(List.of("Mistrel ~ Mistral"), near("Mistral", "Mistrel", "Gemma"));
        assertEquals(List.of("Mistrall ~ Mistral"), near("Mistral", "Mistrall"));
        assertEquals(List.of("Mistral ~ Mistrall"), near("Mistrall", "Mistral"));
        assertEquals(List.of("Nistral ~ Mistral"), near("Mistral", "Nistral"));
        assertEquals(List.of("istral ~ Mistral"), near("Mistral", "istral"));
        assertEquals(List.of(), near("Mistral", "Mistlar", "Mixtrel"));
    }

    /** Of several the one that the file mentions first. */
    @Test
    void takesTheFirstOfSeveralNeighbours() {
        assertEquals(List.of("Gemma2 ~ Gemma", "Gemma3 ~ Gemma"), near("Gemma", "Gemma2", "Gemma3"));
    }

    @Test
    void ofShortNamesOneEditMakesAnother() {
        assertEquals(List.of(), near("abc", "abd"));
        assertEquals(List.of("abce ~ abcd"), near("abcd", "abce"));
    }

    /** Each of four has three neighbours, each of five four. */
    @Test
    void aSeriesIsNotMisspelt() {
        assertEquals(3, near("Model-1", "Model-2", "Model-3", "Model-4").size());
        assertEquals(List.of(), near("Model-1", "Model-2", "Model-3", "Model-4", "Model-5"));
    }
}
