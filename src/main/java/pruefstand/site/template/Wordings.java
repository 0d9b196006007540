package pruefstand.site.template;

/** What templates say in one language: {@code #{key(argument)}}. */
@FunctionalInterface
public interface Wordings {

    String say(String key, Object... arguments);
}
