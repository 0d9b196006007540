package pruefstand.json;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.Arrays;
import java.util.List;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.cfg.MapperBuilder;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.AnnotatedMember;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsontype.NamedType;
import tools.jackson.dataformat.cbor.CBORMapper;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvReadFeature;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** How Jackson is set up here: snake_case, strict, in the order of declaration, sealed types told apart by {@code type}. */
final class Mappers {

    static final ObjectMapper JSON = strict(JsonMapper.builder());
    /** For what came from elsewhere: what is not optional is there. */
    static final ObjectMapper WHOLE = strict(JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .changeDefaultNullHandling(usual -> usual.withContentNulls(Nulls.FAIL)));
    /** A registry of fifteen thousand models is longer than YAML files may be by default; how often they may repeat themselves stays limited. */
    static final ObjectMapper YAML = strict(yaml());
    /** For documents whose reader does not look for what is empty among what is not. */
    static final ObjectMapper WHOLE_YAML = strict(yaml().changeDefaultNullHandling(usual -> usual.withContentNulls(Nulls.FAIL)));
    /** For rows of data sets, which other people wrote: they may have more columns than are wanted, and numbers as text. */
    static final ObjectMapper ROWS = strict(JsonMapper.builder().disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT))
            .rebuild().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();
    static final ObjectMapper BYTES = strict(CBORMapper.builder());
    static final CsvMapper TABLES = CsvMapper.builder().enable(CsvReadFeature.SKIP_EMPTY_LINES).build();

    private Mappers() {
    }

    private static YAMLMapper.Builder yaml() {
        return YAMLMapper.builder(YAMLFactory.builder().loadSettings(LoadSettings.builder().setCodePointLimit(Integer.MAX_VALUE).build()).build());
    }

    /** The key of a component. */
    static String key(String component) {
        return new Names().translate(component);
    }

    private static <M extends ObjectMapper, B extends MapperBuilder<M, B>> M strict(B builder) {
        return builder.propertyNamingStrategy(new Names())
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .enable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                .annotationIntrospector(new SealedTypes())
                // What is written of a record are its components; a question that it answers (isLocal()) is none.
                .changeDefaultVisibility(visible -> visible.withIsGetterVisibility(JsonAutoDetect.Visibility.NONE))
                .build();
    }

    /**
     * snake_case; a trailing underscore lets a Java keyword be a key: {@code native_} is {@code native}. A leading one belongs to the
     * key: {@code _id}.
     */
    private static final class Names extends PropertyNamingStrategies.SnakeCaseStrategy {

        private static final long serialVersionUID = 1L;

        @Override
        public String translate(String name) {
            String plain = super.translate(name.endsWith("_") ? name.substring(0, name.length() - 1) : name);
            return name.startsWith("_") ? "_" + plain : plain;
        }
    }

    /** Tells the records of a sealed interface apart without annotations in the packages that own them. */
    private static final class SealedTypes extends JacksonAnnotationIntrospector {

        private static final long serialVersionUID = 1L;

        @Override
        public JsonTypeInfo.Value findPolymorphicTypeInfo(MapperConfig<?> config, Annotated annotated) {
            return isSealed(annotated.getRawType())
                    ? JsonTypeInfo.Value.construct(JsonTypeInfo.Id.SIMPLE_NAME, JsonTypeInfo.As.PROPERTY, "type", null, false, true, true)
                    : super.findPolymorphicTypeInfo(config, annotated);
        }

        @Override
        public List<NamedType> findSubtypes(MapperConfig<?> config, Annotated annotated) {
            return isSealed(annotated.getRawType())
                    ? Arrays.stream(annotated.getRawType().getPermittedSubclasses()).map(NamedType::new).toList()
                    : super.findSubtypes(config, annotated);
        }

        /** Only objects can be left out: an absent number or flag must not pass for 0 or false. */
        @Override
        public Boolean hasRequiredMarker(MapperConfig<?> config, AnnotatedMember member) {
            return member.getRawType().isPrimitive() ? Boolean.TRUE : super.hasRequiredMarker(config, member);
        }

        private static boolean isSealed(Class<?> type) {
            return type.isInterface() && type.isSealed() && type.getName().startsWith("pruefstand.");
        }
    }
}
