package pruefstand.engine.onnx;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Makes of the small BERT that is shipped one of MiniLM's width, with random weights: speed does not ask what they are. */
final class WiderBert {

    private static final int TIMES = 3;
    private static final int FLOAT16 = 10;
    private static final int INT64 = 7;

    private final Random random = new Random(20_261_121);

    private WiderBert() {
    }

    /** Writes an export beside which the tokenizer and the settings of the small one lie. */
    static Path write(Path small, Path folder) throws IOException {
        Files.createDirectories(folder);
        for (String name : List.of("tokenizer.json", "tokenizer_config.json")) {
            Files.write(folder.resolve(name), Files.readAllBytes(small.resolve(name)));
        }
        Files.writeString(folder.resolve("config.json"), Files.readString(small.resolve("config.json"))
                .replace("\"hidden_size\": 128", "\"hidden_size\": 384"));
        byte[] wider = new WiderBert().message(Files.readAllBytes(small.resolve("model.onnx")), 0);
        Files.write(folder.resolve("model.onnx"), wider);
        return folder;
    }

    /** A field of a message: its number, how it is written, and its bytes or its number. */
    private record Field(int number, int wireType, byte[] bytes, long value) {
    }

    private byte[] message(byte[] message, int level) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (Field field : fields(message)) {
            byte[] bytes = switch (level * 100 + field.number()) {
                case 7 -> message(field.bytes(), 1);
                case 105 -> tensor(field.bytes());
                case 112 -> output(field.bytes());
                default -> field.bytes();
            };
            write(out, new Field(field.number(), field.wireType(), bytes, field.value()));
        }
        return out.toByteArray();
    }

    private byte[] tensor(byte[] tensor) {
        List<Long> dimensions = new ArrayList<>();
        int type = 0;
        String name = "";
        byte[] raw = {};
        for (Field field : fields(tensor)) {
            switch (field.number()) {
                case 1 -> dimensions.addAll(field.wireType() == 0 ? List.of(field.value()) : varints(field.bytes()));
                case 2 -> type = (int) field.value();
                case 8 -> name = new String(field.bytes(), StandardCharsets.UTF_8);
                default -> raw = field.bytes();
            }
        }
        boolean weight = name.startsWith("e");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        long values = 1;
        for (long dimension : dimensions) {
            long wider = weight && (dimension == 128 || dimension == 512) ? dimension * TIMES : dimension;
            values *= wider;
            write(out, new Field(1, 0, new byte[0], wider));
        }
        write(out, new Field(2, 0, new byte[0], type));
        write(out, new Field(8, 2, name.getBytes(StandardCharsets.UTF_8), 0));
        write(out, new Field(9, 2, weight ? weights((int) values, type, name) : constant(raw, type), 0));
        return out.toByteArray();
    }

    private byte[] weights(int values, int type, String name) {
        ByteBuffer bytes = ByteBuffer.allocate(values * (type == FLOAT16 ? 2 : 4)).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < values; i++) {
            float value = name.endsWith("LayerNorm.weight") ? 1 : (float) random.nextGaussian() * 0.05f;
            if (type == FLOAT16) {
                bytes.putShort(Float.floatToFloat16(value));
            } else {
                bytes.putFloat(value);
            }
        }
        return bytes.array();
    }

    // Four heads of 32 and their 128 numbers together, where the graph names shapes.
    private static byte[] constant(byte[] raw, int type) {
        ByteBuffer bytes = ByteBuffer.wrap(raw.clone()).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; type == INT64 && i < raw.length; i += Long.BYTES) {
            long value = bytes.getLong(i);
            bytes.putLong(i, value == 4 || value == 128 ? value * TIMES : value);
        }
        return bytes.array();
    }

    // The last dimension, 128, becomes 384 in the same two bytes.
    private static byte[] output(byte[] output) {
        byte[] wider = output.clone();
        wider[wider.length - 1] = TIMES;
        return wider;
    }

    private static List<Field> fields(byte[] message) {
        List<Field> fields = new ArrayList<>();
        ByteBuffer in = ByteBuffer.wrap(message);
        while (in.hasRemaining()) {
            long tag = varint(in);
            int type = (int) (tag & 7);
            long value = type == 0 ? varint(in) : 0;
            byte[] bytes = new byte[type == 2 ? (int) varint(in) : type == 5 ? 4 : type == 1 ? 8 : 0];
            in.get(bytes);
            fields.add(new Field((int) (tag >>> 3), type, bytes, value));
        }
        return fields;
    }

    private static List<Long> varints(byte[] bytes) {
        List<Long> values = new ArrayList<>();
        for (ByteBuffer in = ByteBuffer.wrap(bytes); in.hasRemaining();) {
            values.add(varint(in));
        }
        return values;
    }

    private static long varint(ByteBuffer in) {
        long value = 0;
        for (int shift = 0;; shift += 7) {
            byte next = in.get();
            value |= (long) (next & 0x7F) << shift;
            if (next >= 0) {
                return value;
            }
        }
    }

    private static void write(ByteArrayOutputStream out, Field field) {
        varint(out, (long) field.number() << 3 | field.wireType());
        if (field.wireType() == 0) {
            varint(out, field.value());
        } else if (field.wireType() == 2) {
            varint(out, field.bytes().length);
        }
        out.writeBytes(field.bytes());
    }

    private static void varint(ByteArrayOutputStream out, long value) {
        long rest = value;
        for (; (rest & ~0x7FL) != 0; rest >>>= 7) {
            out.write((int) (rest & 0x7F | 0x80));
        }
        out.write((int) rest);
    }
}
