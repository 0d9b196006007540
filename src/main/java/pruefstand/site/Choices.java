package pruefstand.site;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import pruefstand.model.ListedModel;

/**
 * By what the models of a board can be chosen: the most frequent of each, by name.
 *
 * @param licenses of the models
 * @param families of the models
 * @param files kinds and types of their files
 */
record Choices(List<String> licenses, List<String> families, List<String> files) {

    private static final int MOST = 60;

    static Choices of(Members members) {
        return new Choices(most(members.models().stream().flatMap(model -> model.listed().flatMap(ListedModel::license).stream())),
                most(members.models().stream().flatMap(model -> model.family().stream())),
                most(members.models().stream().flatMap(model -> members.variants(model).stream().flatMap(variant -> model.artifact(variant).stream()))
                        .flatMap(file -> Stream.concat(Stream.of(file.format()), file.quantization().stream()))));
    }

    private static List<String> most(Stream<String> all) {
        Map<String, Long> counts = all.collect(Collectors.groupingBy(name -> name, Collectors.counting()));
        return counts.keySet().stream().sorted(Comparator.comparing((String name) -> -counts.get(name)).thenComparing(name -> name))
                .limit(MOST).sorted().toList();
    }
}
