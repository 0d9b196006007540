package pruefstand.run;

import java.util.List;
import java.util.Optional;

/**
 * Tells which cells are due on a cluster.
 *
 * @param dues by the history
 * @param machines keys for each kind of machine that has measured there
 */
record ClusterDues(Dues dues, List<CellKeys> machines) {

    /** A speed that one kind of machine has told is not asked of another. */
    Optional<Due> of(Cell cell) {
        if (!cell.task().definition().isTimed()) {
            return dues.of(cell);
        }
        List<Optional<Due>> all = machines.stream()
                .map(keys -> dues.of(cell.withKey(keys.of(cell.model(), cell.variant(), cell.task(), cell.engine())))).toList();
        return all.stream().anyMatch(Optional::isEmpty) ? Optional.empty()
                : Optional.of(all.stream().flatMap(Optional::stream).filter(due -> due != Due.MISSING).findFirst().orElse(Due.MISSING));
    }
}
