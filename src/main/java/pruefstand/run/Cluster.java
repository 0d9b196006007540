package pruefstand.run;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A cluster's scheduler. */
interface Cluster {

    /**
     * Submits a job array.
     *
     * @return its number
     * @throws pruefstand.text.Refusal if there is no scheduler, or it does not want the job
     */
    String submit(JobArray array);

    /**
     * What has become of arrays.
     *
     * @param arrays their names
     * @return the elements that are known, those that ended some minutes ago no longer; empty where the scheduler does not answer
     * @throws pruefstand.text.Refusal if there is no scheduler
     */
    Optional<Map<ArrayElement, JobState>> states(Set<String> arrays);

    /** Takes back the elements of arrays that have not begun. */
    void cancelWaiting(Set<String> arrays);
}
