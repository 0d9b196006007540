package pruefstand.site;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import pruefstand.metric.Metric;
import pruefstand.model.ModelKind;
import pruefstand.record.HostDescription;
import pruefstand.search.Tongue;
import pruefstand.task.TaskKind;
import pruefstand.text.Formats;
import pruefstand.text.LocalizedText;
import pruefstand.text.Message;
import pruefstand.text.MessageFile;

/**
 * Everything a page says in one language.
 *
 * @param locale German or English
 * @param messages the wordings of {@code site/messages/}
 * @param formats numbers and dates
 */
record Words(Locale locale, MessageFile messages, Formats formats) {

    static final List<Locale> LANGUAGES = List.of(Locale.GERMAN, Locale.ENGLISH);

    static Words read(Path home, Locale locale) {
        Path file = home.resolve("site/messages").resolve(locale.getLanguage() + ".properties");
        return new Words(locale, MessageFile.read(file, locale), Formats.in(locale));
    }

    String language() {
        return locale.getLanguage();
    }

    /** The language of a text where it is certainly another than this one, for those who have the page read out; else empty text. */
    String otherLanguage(String text) {
        return Tongue.of(text).filter(language -> !language.equals(language())).orElse("");
    }

    String say(String key, Object... arguments) {
        return arguments.length == 0 ? messages.text(key) : say(Message.of(key, arguments));
    }

    String say(Message message) {
        return messages.text(message);
    }

    String say(LocalizedText text) {
        return text.in(locale);
    }

    String name(Metric metric) {
        return say("metric." + metric.id() + ".name");
    }

    /** Two sentences on what a metric is. */
    String about(Metric metric) {
        return say("metric." + metric.id() + ".about");
    }

    /** Unit and direction: {@code Bit je Byte, kleiner ist besser}. */
    String unit(Metric metric) {
        return say("metric." + metric.id() + ".unit");
    }

    String name(ModelKind kind) {
        return say("model_kind." + kind.name().toLowerCase(Locale.ROOT));
    }

    String name(TaskKind kind) {
        return say("kind." + kind + ".name");
    }

    String date(LocalDate day) {
        return formats.date(day);
    }

    String date(Instant moment) {
        return formats.date(day(moment));
    }

    static LocalDate day(Instant moment) {
        return moment.atZone(ZoneOffset.UTC).toLocalDate();
    }

    /** A class of machines, without anything that tells whose it is. */
    String host(HostDescription host) {
        String memory = Math.round(host.memoryBytes() / (double) (1L << 30)) + "\u00a0GB";
        return say("host", host.cpu(), host.cores(), memory, host.gpus().size(), String.join(" + ", host.gpus()));
    }
}
