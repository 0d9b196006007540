package pruefstand.model.onnx;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Walks a model ({@code ModelProto}) with all graphs, functions and tensors in it. Field numbers are those of onnx.proto.
 */
final class GraphReader {

    // Operators that the runtime itself brings. Any other domain would need a library of the model's own.
    private static final Set<String> KNOWN_DOMAINS = Set.of("", "ai.onnx", "ai.onnx.ml", "com.microsoft", "com.microsoft.nchwc",
            "com.microsoft.experimental");
    // They run a file beside the model, or a program in it.
    private static final Set<String> REACHING_OUT = Set.of("EPContext", "PyOp", "PythonOp", "PythonOpGrad");

    private final ProtoSource source;
    private final ProtoReader reader;
    private final ExternalData external;
    private final List<Initializer> initializers = new ArrayList<>();
    private final Map<String, String> operators = new TreeMap<>();
    private final Set<String> ownDomains = new TreeSet<>();
    private final PackedWeights packed = new PackedWeights();
    private boolean graphSeen;

    GraphReader(ProtoSource source) {
        this.source = source;
        this.reader = new ProtoReader(source);
        this.external = new ExternalData(source);
    }

    OnnxHeader read() {
        reader.file(this::model);
        if (!graphSeen) {
            throw source.refusal("model.onnx.no-graph", 0);
        }
        operators.forEach((domain, operator) -> {
            if (!KNOWN_DOMAINS.contains(domain) && !ownDomains.contains(domain)) {
                throw source.refusal("model.onnx.operator", 0, operator, domain);
            }
        });
        return new OnnxHeader(initializers.stream().map(packed::unpacked).toList(), List.copyOf(external.files()), source.size());
    }

    private void model(ProtoField field) {
        switch (field.number()) {
            case 7 -> {
                graphSeen = true;
                reader.message(field, part -> graph(part, true));
            }
            case 25 -> reader.message(field, this::function);
            default -> { }
        }
    }

    private void function(ProtoField field) {
        switch (field.number()) {
            case 7 -> node(field);
            case 10 -> ownDomains.add(reader.text(field));
            case 11 -> reader.message(field, this::attribute);
            default -> { }
        }
    }

    private void graph(ProtoField field, boolean outermost) {
        switch (field.number()) {
            case 1 -> node(field);
            case 5 -> {
                Initializer initializer = tensor(field);
                if (outermost) {
                    initializers.add(initializer);
                }
            }
            case 15 -> reader.message(field, this::sparse);
            default -> { }
        }
    }

    private void node(ProtoField field) {
        String[] operator = {"", ""};
        List<String> inputs = new ArrayList<>();
        long[] bits = {PackedWeights.USUAL_BITS};
        reader.message(field, part -> {
            switch (part.number()) {
                case 1 -> inputs.add(reader.text(part));
                case 4 -> operator[0] = reader.text(part);
                case 5 -> bits[0] = bits(part, bits[0]);
                case 7 -> operator[1] = reader.text(part);
                default -> { }
            }
        });
        if (REACHING_OUT.contains(operator[0])) {
            throw source.refusal("model.onnx.operator", field.at(), operator[0], operator[1]);
        }
        operators.putIfAbsent(operator[1], operator[0]);
        packed.take(operator[0], inputs, bits[0]);
    }

    /** Reads an attribute; what it says where it is called {@code bits}, else what was known. */
    private long bits(ProtoField field, long known) {
        String[] name = {""};
        long[] value = {known};
        reader.message(field, part -> {
            switch (part.number()) {
                case 1 -> name[0] = reader.text(part);
                case 3 -> value[0] = reader.number(part);
                default -> attribute(part);
            }
        });
        return name[0].equals("bits") ? value[0] : known;
    }

    private void attribute(ProtoField field) {
        switch (field.number()) {
            case 5, 10 -> tensor(field);
            case 6, 11 -> reader.message(field, part -> graph(part, false));
            case 22, 23 -> reader.message(field, this::sparse);
            default -> { }
        }
    }

    private void sparse(ProtoField field) {
        if (field.number() == 1 || field.number() == 2) {
            tensor(field);
        }
    }

    private Initializer tensor(ProtoField field) {
        return new TensorReader(source, reader, external).read(field);
    }
}
