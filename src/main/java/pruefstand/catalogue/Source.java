package pruefstand.catalogue;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One source of a header as the parser found it, with what is wrong with it.
 *
 * @param at where it starts in the line
 * @param text as it stands in the line
 * @param written its name as it stands, up to the date, the URL or the end
 * @param date {@code YYYY-MM-DD} or a placeholder, if one could be read
 * @param url the URL or a placeholder, if one could be read
 * @param faults what is wrong, warnings included
 */
record Source(int at, String text, String written, Optional<String> date, Optional<String> url, List<Fault> faults) {

    /** Nothing but a name. */
    boolean isBare() {
        return text.indexOf('/') < 0;
    }

    boolean isDatedOrLinked() {
        return date.isPresent() || url.isPresent();
    }

    private Stream<Fault> errors() {
        return faults.stream().filter(fault -> fault.severity() == Severity.ERROR);
    }

    boolean isSound() {
        return errors().findAny().isEmpty();
    }

    /** The name that is meant; as it stands if the source is faulty. */
    String name() {
        return isSound() ? PercentCoding.decode(written).orElse(written) : written;
    }

    /** The same for sources that name the same model, date and URL. */
    String key() {
        return new Draft.DraftSource(name(), date, url).written();
    }

    ReviewSource toReviewSource() {
        return new ReviewSource(name(), date, url, errors().map(Fault::code).distinct().toList());
    }
}
