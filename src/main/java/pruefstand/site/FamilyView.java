package pruefstand.site;

import java.util.List;

/**
 * The page of a family.
 *
 * @param frame what stands around it
 * @param name of the family
 * @param summary in one sentence
 * @param charts how its models grow better with size; none where there are too few
 * @param models its models
 * @param boards their numbers, a table a kind
 * @param news newest reviews of its models
 */
record FamilyView(Frame frame, String name, String summary, List<ChartView> charts, List<ListView.Entry> models, List<Table> boards, List<Teaser> news) {

    /**
     * A kind of model.
     *
     * @param name of the kind
     * @param board numbers of the family
     * @param all the board with every model
     */
    record Table(String name, Board board, Link all) {
    }
}
