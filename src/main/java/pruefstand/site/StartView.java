package pruefstand.site;

import java.util.List;

/**
 * The start page.
 *
 * @param frame what stands around it
 * @param news newest reviews
 * @param charts what the numbers show; none before anything is measured
 * @param allCharts where all charts stand
 * @param language language models
 * @param asked what they answer
 * @param otherHosts speeds on further classes of machines
 * @param embedding embedding models
 * @param overall the same over all their tasks; none where too few have them all
 * @param rerankers models that put documents in order
 * @param masked models that guess hidden words
 * @param unmeasured models that can run but have not
 * @param withoutTask models that can run but that no task measures yet
 */
record StartView(Frame frame, List<Teaser> news, List<ChartView> charts, String allCharts, Board language, Board asked, List<Board> otherHosts,
        Board embedding, List<Board> overall, Board rerankers, Board masked, List<Link> unmeasured, List<Link> withoutTask) {
}
