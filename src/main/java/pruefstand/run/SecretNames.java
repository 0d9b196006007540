package pruefstand.run;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import pruefstand.model.Source;

/** What a record must not tell about where a model came from, beside folders. */
final class SecretNames {

    private SecretNames() {
    }

    /** Of a server: its address, its host, and the key it is given; the longest first. */
    static List<String> of(Source source) {
        return switch (source) {
            case Source.Server(var base, _, var variable) -> Stream.of(variable.map(System::getenv), Optional.of(base.toString()),
                    Optional.ofNullable(base.getRawAuthority()), Optional.ofNullable(base.getHost())).flatMap(Optional::stream).toList();
            case Source.LocalFile _, Source.HubFile _, Source.OnnxFolder _, Source.Baseline _, Source.WordVectors _ -> List.of();
        };
    }
}
