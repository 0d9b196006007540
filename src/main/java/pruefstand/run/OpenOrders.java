package pruefstand.run;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import pruefstand.text.Refusal;

/**
 * What an earlier run has left to a cluster, as a run on this machine sees it.
 *
 * @param files where orders lie
 * @param cluster who knows whether their jobs go on
 */
record OpenOrders(ElementFiles files, Cluster cluster) {

    /**
     * Takes away orders whose jobs are over.
     *
     * @throws Refusal if a job goes on, or nobody can say
     */
    void end() {
        Set<ArrayElement> elements = files.orders().keySet();
        if (elements.isEmpty()) {
            return;
        }
        Set<String> arrays = elements.stream().map(ArrayElement::array).collect(Collectors.toCollection(TreeSet::new));
        if (goesOn(arrays)) {
            throw Refusal.input("run.slurm.goes-on", files.folder(), String.join(", ", arrays), String.join(",", arrays));
        }
        elements.forEach(files::close);
    }

    private boolean goesOn(Set<String> arrays) {
        try {
            return cluster.states(arrays).map(states -> states.values().stream().anyMatch(state -> state.phase() == JobState.Phase.OPEN))
                    .orElse(true);
        } catch (Refusal e) {
            return true;
        }
    }
}
