package pruefstand.nightly;

/** How the command that is called for alarms is told of a night. */
@FunctionalInterface
public interface NightNews {

    /** One that was spent, in Markdown. */
    String of(NightSummary night);

    /** One that ended before its time. */
    default String ofItsEnd(Throwable cause) {
        return String.valueOf(cause.getMessage());
    }
}
