package pruefstand.site.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ScatterTest {

    private static final Scatter CHART = new Scatter("wide", 760, 460, new Scale(true, (value, _) -> Long.toString(Math.round(value))),
            new Scale(false, (value, _) -> "" + value));

    @Test
    void placesValuesOnALogarithmicAxis() {
        Axis axis = new Axis(1, 100, 0, 200, true);
        assertEquals(0, axis.place(1));
        assertEquals(100, axis.place(10), 1e-9);
        assertEquals(200, axis.place(100), 1e-9);
        assertEquals(List.of(1.0, 2.0, 5.0, 10.0, 20.0, 50.0, 100.0), axis.ticks(7));
        assertEquals(List.of(1.0, 10.0, 100.0), axis.ticks(6));
    }

    @Test
    void placesValuesOnALinearAxisFromTheBottomUp() {
        Axis axis = new Axis(0.7, 1.1, 400, 0, false);
        assertEquals(400, axis.place(0.7), 1e-9);
        assertEquals(100, axis.place(1.0), 1e-9);
        List<Double> ticks = axis.ticks(5);
        assertEquals(5, ticks.size());
        assertEquals(0.7, ticks.getFirst(), 1e-9);
        assertEquals(1.1, ticks.getLast(), 1e-9);
    }

    @Test
    void theSmallerFileIsFurtherLeftAndTheBetterModelFurtherDown() {
        Drawing drawing = CHART.draw(List.of(mark("a", "x", 1e6, 2), mark("a", "y", 1e9, 1)), List.of());
        assertTrue(Double.parseDouble(drawing.marks().get(0).x()) < Double.parseDouble(drawing.marks().get(1).x()));
        assertTrue(Double.parseDouble(drawing.marks().get(0).y()) < Double.parseDouble(drawing.marks().get(1).y()));
        assertEquals(1, drawing.lines().size());
    }

    @Test
    void noLabelCoversAnotherOrAMarkHoweverManyThereAre() {
        Random random = new Random(7);
        List<Mark> marks = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            marks.add(mark("Model-" + i / 3, "Q" + i % 3 + "_K_M", Math.pow(10, 7 + 3 * random.nextDouble()),
                    random.nextDouble()));
        }
        Drawing drawing = CHART.draw(marks, List.of());
        List<Box> boxes = drawing.labels().stream().map(ScatterTest::box).toList();
        assertTrue(boxes.size() >= 10, "some labels have room: " + boxes.size());
        IntStream.range(0, boxes.size()).forEach(i -> IntStream.range(0, i)
                .forEach(j -> assertFalse(boxes.get(i).overlaps(boxes.get(j)), drawing.labels().get(i) + " " + drawing.labels()
                .get(j))));
        drawing.marks().forEach(mark -> {
            Box around = Box.around(Double.parseDouble(mark.x()), Double.parseDouble(mark.y()), 4);
            boxes.forEach(box -> assertFalse(box.overlaps(around), mark.toString()));
        });
    }

    /** 0.3 to 7 million has one power of ten; 1.3 to 8.4 one multiple of five, with room for three; 1,100 to 9,900 no power, one 3 and one 5. */
    @Test
    void everyAxisHasTwoTicksAtLeast() {
        assertEquals(List.of(3e5, 1e6, 3e6), new Axis(3e5, 7e6, 0, 288, true).ticks(3));
        assertEquals(List.of(2.0, 4.0, 6.0, 8.0), new Axis(1.3, 8.4, 0, 288, false).ticks(3));
        assertEquals(List.of(2000.0, 4000.0, 6000.0, 8000.0), new Axis(1100, 9900, 0, 288, true).ticks(1));
    }

    @Test
    void ticksWhoseTextsWouldTouchAreLeftOut() {
        Scale wordy = new Scale(false, (value, _) -> Math.round(value) + " million tokens");
        assertEquals(List.of("0 million tokens", "4 million tokens"), wordy.ticksAcross(new Axis(0, 8, 0, 288, false), 4).stream()
                .map(Drawing.Tick::text).limit(2).toList());
    }

    /** Fifteen pixels from the first to the last of four, five from one to the next. */
    @Test
    void marksAtOnePlaceStandSideBySide() {
        List<Mark> marks = Stream.of("a", "b", "c", "d").map(series -> mark(series, "", 1e6, 2)).toList();
        List<Double> places = CHART.draw(marks, List.of()).marks().stream().map(mark -> Double.parseDouble(mark.x())).toList();
        assertEquals(List.of(5.0, 5.0, 5.0), IntStream.range(1, 4).mapToObj(i -> Math.round(10 * (places.get(i) - places.get(i - 1))) / 10.0).toList());
    }

    /** The wider of the two texts of one line ends 5 px before the next begins at the least; capitals are wider than small letters. */
    @Test
    void textsBesideEachOtherDoNotReadAsOne() {
        Labels labels = new Labels(new Box(0, 0, 200, 20));
        labels.mark(new double[] {10, 10}, 6);
        double end = Double.parseDouble(labels.place("Q4_K_M", false, 0, List.of(new double[] {10, 10})).orElseThrow().x()) + Labels.width("Q4_K_M");
        assertEquals(3 * 9.6 + 3 * 7.9 + 19, end, 1e-9);
        assertEquals(Optional.empty(), labels.place("F", false, 0, List.of(new double[] {end - 6, 10})));
        assertTrue(labels.place("F", false, 0, List.of(new double[] {end - 3, 10})).isPresent());
    }

    @Test
    void oneMarkIsAChartAndNoneIsNot() {
        assertEquals(1, CHART.draw(List.of(mark("a", "x", 1e6, 2)), List.of()).marks().size());
        assertThrows(IllegalArgumentException.class, () -> CHART.draw(List.of(), List.of()));
    }

    @Test
    void shapesFollowTheBitsOfAWeight() {
        assertEquals(List.of(Shape.CIRCLE, Shape.CIRCLE, Shape.SQUARE, Shape.DIAMOND, Shape.TRIANGLE, Shape.WEDGE),
                List.of(Shape.of(32), Shape.of(16), Shape.of(8.5), Shape.of(6.6), Shape.of(4.9), Shape.of(2.6)));
    }

    private static Mark mark(String series, String label, double x, double y) {
        return new Mark(series, label, 0, Shape.CIRCLE, Extent.exact(x), new Extent(y, y - 0.01, y + 0.01), "m.html", series + " " + label);
    }

    private static Box box(Drawing.Label label) {
        double width = label.text().length() * 6.5;
        double x = Double.parseDouble(label.x());
        double y = Double.parseDouble(label.y());
        double left = switch (label.anchor()) {
            case "start" -> x;
            case "end" -> x - width;
            default -> x - width / 2;
        };
        return new Box(left, y - 9, left + width, y + 2);
    }
}
