package pruefstand.run;

import java.util.List;

/** What keeps this machine from being as fast as it can: asked before speeds are measured. */
@FunctionalInterface
public interface Disturbances {

    /** What does so now, in English, for a record; none on a quiet machine, and where the system does not tell. */
    List<String> now();

    /** A machine of which nobody asks. */
    Disturbances NONE = List::of;
}
