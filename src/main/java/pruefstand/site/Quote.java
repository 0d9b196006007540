package pruefstand.site;

import java.util.List;

/**
 * A review as a page shows it.
 *
 * @param dates one for each source
 * @param paragraphs as they stand in the catalogue, as far as they may be shown
 * @param shortened whether there is more behind the links
 * @param others the first of the other models of the same entry
 * @param further says how many more there are; empty text where there are none
 */
record Quote(List<Dated> dates, List<Paragraph> paragraphs, boolean shortened, List<Link> others, String further) {

    /**
     * A paragraph.
     *
     * @param text what it says
     * @param language of it where that is another than that of the page; else empty text
     */
    record Paragraph(String text, String language) {
    }

    /**
     * A source of the review.
     *
     * @param date for readers; says so where there is none
     * @param day for programs, such as {@code 2025-12-19}; empty text where there is none
     * @param source host and link; empty where the entry names none
     */
    record Dated(String date, String day, List<Link> source) {

        public boolean hasDay() {
            return !day.isEmpty();
        }
    }
}
