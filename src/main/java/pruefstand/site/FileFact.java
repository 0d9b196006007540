package pruefstand.site;

import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Function;
import pruefstand.model.Artifact;

/** What a model file says of itself, as a number. */
enum FileFact {

    PARAMETERS(file -> number(file.parameters())), LAYERS(file -> number(file.layers())), VOCABULARY(file -> number(file.vocabulary())),
    CONTEXT_LENGTH(file -> number(file.contextLength())), EMBEDDING_DIMENSION(file -> number(file.embeddingDimension())),
    BITS_PER_WEIGHT(Artifact::bitsPerWeight), BYTES(file -> number(file.bytes()));

    private static final int DIGITS = 3;

    private final Function<Artifact, OptionalDouble> number;

    FileFact(Function<Artifact, OptionalDouble> number) {
        this.number = number;
    }

    OptionalDouble of(Artifact file) {
        return number.apply(file);
    }

    /** Whether the number is one of a model: with vectors as long a language model computes, but embeds nothing. */
    boolean isOf(SiteModel model) {
        return this != EMBEDDING_DIMENSION || BoardKind.EMBEDDING_MODELS.has(model);
    }

    /** Key of the name under which the number stands. */
    String key() {
        return switch (this) {
            case PARAMETERS -> "fact.parameters";
            case LAYERS -> "fact.layers";
            case VOCABULARY -> "fact.vocabulary";
            case CONTEXT_LENGTH -> "fact.context";
            case EMBEDDING_DIMENSION -> "fact.dimension";
            case BITS_PER_WEIGHT -> "fact.bits_per_weight";
            case BYTES -> "fact.size";
        };
    }

    /** The number as people write it. */
    String inWords(double value, Words words) {
        return switch (this) {
            case PARAMETERS -> words.formats().count((long) value);
            case BYTES -> words.formats().bytes((long) value);
            case BITS_PER_WEIGHT -> words.formats().number(value, DIGITS);
            case LAYERS, VOCABULARY, CONTEXT_LENGTH, EMBEDDING_DIMENSION -> words.formats().integer((long) value);
        };
    }

    private static OptionalDouble number(OptionalInt value) {
        return value.isPresent() ? OptionalDouble.of(value.getAsInt()) : OptionalDouble.empty();
    }

    private static OptionalDouble number(OptionalLong value) {
        return value.isPresent() ? OptionalDouble.of(value.getAsLong()) : OptionalDouble.empty();
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
