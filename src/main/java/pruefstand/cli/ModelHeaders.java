package pruefstand.cli;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import pruefstand.model.Source;
import pruefstand.model.gguf.GgufHeader;
import pruefstand.model.gguf.GgufParts;
import pruefstand.model.hub.HubAccess;
import pruefstand.model.hub.RemoteGguf;
import pruefstand.text.HttpAddress;
import pruefstand.text.Refusal;

/** Headers of GGUF files, wherever they lie; of those elsewhere only the first megabytes come here. */
final class ModelHeaders implements AutoCloseable {

    private final RemoteGguf remote;

    ModelHeaders(Map<String, String> environment) {
        this.remote = new RemoteGguf(HubAccess.of(environment));
    }

    /**
     * As it was typed: a file, or an address.
     *
     * @param folder that relative paths start from
     * @throws Refusal if it is not there, or not what it should be
     */
    GgufHeader of(String place, Path folder) {
        if (place.startsWith("http://") || place.startsWith("https://")) {
            URI address = HttpAddress.of(place).orElseThrow(() -> Refusal.input("cli.forecast.address", place));
            return remote.read(address);
        }
        return local(folder.resolve(place));
    }

    /** Of a variant's source; empty where that is no GGUF file. */
    Optional<GgufHeader> of(Source source) {
        return switch (source) {
            case Source.LocalFile(Path file) -> Optional.of(local(file));
            case Source.HubFile hub when !hub.file().endsWith(".gguf") -> Optional.empty();
            case Source.HubFile hub -> Optional.of(hub.place().filter(Files::isRegularFile).map(ModelHeaders::local).orElseGet(() -> remote.read(hub)));
            case Source.Baseline _, Source.OnnxFolder _, Source.Server _, Source.WordVectors _ -> Optional.empty();
        };
    }

    private static GgufHeader local(Path file) {
        return GgufParts.read(file.toString(), name -> GgufHeader.read(Path.of(name)));
    }

    @Override
    public void close() {
        remote.close();
    }
}
