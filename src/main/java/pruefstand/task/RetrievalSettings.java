package pruefstand.task;

import java.util.List;
import java.util.Optional;
import pruefstand.model.ModelKind;

/**
 * Of a retrieval task.
 *
 * @param rerank how many of the documents that BM25 finds a reranker reads; makes it a task for rerankers
 */
public record RetrievalSettings(Optional<List<Integer>> rerank) implements TaskSettings {

    @Override
    public boolean suit(ModelKind model) {
        return rerank.isPresent() == (model == ModelKind.RERANKER);
    }

    @Override
    public List<String> faults(TaskData data) {
        return new Faults().atLeast(2, "rerank", rerank).all();
    }
}
