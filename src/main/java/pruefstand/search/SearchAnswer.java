package pruefstand.search;

import java.util.List;

/**
 * What a search found.
 *
 * @param finds best first
 * @param stages which steps led to this order
 */
public record SearchAnswer(List<Find> finds, List<Stage> stages) {

    public SearchAnswer {
        finds = List.copyOf(finds);
        stages = List.copyOf(stages);
    }
}
