package pruefstand.site;

import java.util.List;

/**
 * The form for a review, with what would come of it.
 *
 * @param form as it was typed
 * @param looked whether it was looked at
 * @param sound whether nothing speaks against it
 * @param findings of the linter, and what else speaks against it
 * @param names of the models that the preview is about
 * @param preview the review as the site would show it; empty where it could not be read
 */
record FormView(LivePage.Form form, boolean looked, boolean sound, List<Finding> findings, String names, List<Quote> preview) {

    /**
     * One of them.
     *
     * @param severity for style: error, warning, info
     * @param name of the severity
     * @param code as {@code lint} writes it; empty text where it is no finding of the linter
     * @param text what is wrong
     */
    record Finding(String severity, String name, String code, String text) {
    }
}
