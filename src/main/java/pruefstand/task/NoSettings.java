package pruefstand.task;

/** Of kinds that know no settings. */
public record NoSettings() implements TaskSettings {
}
