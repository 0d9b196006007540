package pruefstand.site;

import java.util.List;

/**
 * The page of a family.
 *
 * @param frame what stands around it
 * @param name of the family
 * @param summary in one sentence
 * @param models its models
 * @param news newest reviews of its models
 * @param measured what was measured
 */
record FamilyView(Frame frame, String name, String summary, List<ListView.Entry> models, List<Teaser> news, Measured measured) {

    /**
     * The half that no review changes.
     *
     * @param charts how its models grow better with size; none where there are too few
     * @param boards their numbers, a table a kind
     */
    record Measured(List<ChartView> charts, List<Table> boards) {
    }

    /**
     * A kind of model.
     *
     * @param name of the kind
     * @param board numbers of the family
     * @param files the board with every model, for programs
     * @param all the board with every model
     */
    record Table(String name, Board board, List<Link> files, Link all) {
    }
}
