package pruefstand.run;

import java.util.Set;

/**
 * What Slurm says of one element of a job array.
 *
 * @param state such as {@code RUNNING}
 * @param reason why it waits or has ended, {@code None} for no reason
 * @param node where it runs or ran; empty before
 */
record JobState(String state, String reason, String node) {

    /** Slurm no longer knows of it. */
    static final JobState VANISHED = new JobState("VANISHED", "None", "");

    private static final Set<String> NODE = Set.of("NODE_FAIL", "BOOT_FAIL", "PREEMPTED", "REVOKED", "VANISHED");
    private static final Set<String> TIME = Set.of("TIMEOUT", "DEADLINE");
    private static final Set<String> ITSELF = Set.of("FAILED", "OUT_OF_MEMORY", "TIMEOUT", "DEADLINE");
    private static final String NEVER_BEGAN = "JobLaunchFailure";
    /** Time and its turn are all that such a job waits for. */
    private static final Set<String> ORDINARY = Set.of("None", "Resources", "Priority", "BeginTime", "Dependency", "JobArrayTaskLimit");

    /** How far it has come. */
    enum Phase {
        /** Waiting, running or about to end. */
        OPEN,
        /** Over by itself, with exit code 0. */
        COMPLETED,
        /** Somebody wished it so. */
        CANCELLED,
        /** Its machine let it down. */
        NODE_LOST,
        /** It ran longer than it may. */
        TIME_OVER,
        /** It needed more memory than it may. */
        MEMORY_OVER,
        /** It ended with another exit code. */
        FAILED
    }

    Phase phase() {
        if (NODE.contains(state) || ITSELF.contains(state) && reason.equals(NEVER_BEGAN)) {
            return Phase.NODE_LOST;
        }
        if (TIME.contains(state)) {
            return Phase.TIME_OVER;
        }
        return switch (state) {
            case "COMPLETED" -> Phase.COMPLETED;
            case "CANCELLED" -> Phase.CANCELLED;
            case "OUT_OF_MEMORY" -> Phase.MEMORY_OVER;
            case "FAILED" -> Phase.FAILED;
            default -> Phase.OPEN;
        };
    }

    /** Whether it waits for something that may not come by itself. */
    boolean isStuck() {
        return state.equals("PENDING") && !ORDINARY.contains(reason);
    }

    /** For people: {@code NODE_FAIL (NodeDown, n2)}. */
    @Override
    public String toString() {
        String more = reason.equals("None") ? node : node.isEmpty() ? reason : reason + ", " + node;
        return more.isEmpty() ? state : state + " (" + more + ")";
    }
}
