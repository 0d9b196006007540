package pruefstand.site;

import java.util.List;

/**
 * The start page.
 *
 * @param frame what stands around it
 * @param news newest reviews
 * @param measured what was measured
 */
record StartView(Frame frame, List<Teaser> news, Measured measured) {

    /**
     * The half that no review changes.
     *
     * @param lastNight what the newest measurements brought; none before anything is measured
     * @param charts what the numbers show; none before anything is measured
     * @param allCharts where all charts stand
     * @param boards the first models of each board
     * @param withoutTask models that can run but that no task measures yet
     */
    record Measured(List<LastNight> lastNight, List<ChartView> charts, String allCharts, List<Top> boards, List<Link> withoutTask) {
    }

    /**
     * The newest measurements.
     *
     * @param night with its page
     * @param summary in one sentence
     */
    record LastNight(Link night, String summary) {
    }

    /**
     * The first models of a board.
     *
     * @param id of the board
     * @param name of the board
     * @param board its first rows
     * @param all the whole board
     * @param waiting models that can run but have not
     */
    record Top(String id, String name, Board board, Link all, List<Link> waiting) {
    }
}
