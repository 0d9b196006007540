package pruefstand.nightly;

import java.util.List;
import pruefstand.site.SiteReport;

/** What a night has done by others: the same that the commands do. */
public interface NightSteps {

    /** Checks the review file. Returns whether it has no errors. */
    boolean isClean();

    /**
     * Fetches what may be fetched.
     *
     * @param troubles takes what could not be
     * @return the variants that were
     */
    List<String> pull(List<String> troubles);

    /** What the site would be made of now: the same text means the same site. */
    String siteInputs();

    /** Builds the site, or leaves it as it is and refuses. */
    SiteReport site();
}
