package pruefstand.model.gguf;

import java.util.Comparator;
import java.util.List;

/** Where the tensors lie: aligned, inside the file, and none upon another. */
final class TensorPlacement {

    private final GgufSource source;
    private final long alignment;
    private final long dataStart;

    TensorPlacement(GgufSource source, long alignment, long dataStart) {
        this.source = source;
        this.alignment = alignment;
        this.dataStart = dataStart;
    }

    void check(List<TensorInfo> tensors) {
        long end = 0;
        String before = "";
        for (TensorInfo tensor : tensors.stream().sorted(Comparator.comparingLong(TensorInfo::offset)).toList()) {
            checkAlone(tensor);
            if (tensor.offset() < end) {
                throw source.refusal("model.gguf.overlap", dataStart + tensor.offset(), tensor.name(), before);
            }
            end = tensor.offset() + tensor.bytes();
            before = tensor.name();
        }
    }

    private void checkAlone(TensorInfo tensor) {
        if (tensor.offset() % alignment != 0) {
            throw source.refusal("model.gguf.unaligned", dataStart, tensor.name(), Long.toUnsignedString(tensor.offset()),
                    alignment);
        }
        long room = source.size() - dataStart - tensor.offset();
        long blocks = tensor.values() / tensor.type().blockValues();
        if (tensor.offset() < 0 || room < 0 || blocks > room / tensor.type().blockBytes()) {
            throw source.refusal("model.gguf.outside", dataStart, tensor.name(), Long.toUnsignedString(tensor.offset()),
                    source.size());
        }
    }
}
