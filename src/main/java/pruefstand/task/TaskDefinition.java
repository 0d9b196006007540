package pruefstand.task;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import pruefstand.model.ModelKind;
import pruefstand.text.LocalizedText;

/**
 * A task file. {@link Tasks} checks that it has what its kind needs and nothing that means nothing for its kind.
 *
 * @param name unique among the tasks of a workspace; lower-case letters, digits and single hyphens
 * @param version from 1; raised whenever a change of the task changes its numbers
 * @param kind what is measured
 * @param languages BCP 47, of the data
 * @param description for readers of the site
 * @param data files, relative to the task file or of a hub
 * @param scale range of the gold scores (sts)
 * @param context tokens of a chunk (perplexity, kld), or tokens that a model may look at (kinds that ask it something); cut to what
 *        a model can hold
 * @param spans how the text is cut for bits per byte (perplexity)
 * @param prompt tokens of the prompt (speed); cut to what a model can hold
 * @param generate tokens to generate (speed); cut likewise
 * @param repetitions counted runs (speed)
 * @param samplesPerLabel items of each label to learn from (classification); 8 where it is not said
 * @param template what a model is given, with fields of the item in braces: {@code {question}} and {@code {choices}}
 *        (multiple-choice), {@code {prompt}} (cloze, generation); the first of them alone where it is not said
 * @param fewShot how many lines of the training data come before each item, with their answers (the same kinds)
 * @param choicePrefix what stands between that and a choice or answer; a space where it is not said
 * @param maxTokens most tokens that are written (cloze, generation)
 * @param stop texts at which an answer ends (cloze, generation)
 * @param temperature how freely tokens are drawn (cloze, generation); 0, always the likeliest, where it is not said
 * @param rolling whether the text is scored in rolling windows too, for perplexity of words and bytes as lm-evaluation-harness has
 *        it (perplexity); it is where it is not said
 * @param depths tokens in the cache before the clock starts (speed); 0 alone where it is not said, others are run beside it
 * @param sequences texts that go on side by side (speed); 1 alone where it is not said, others are run beside it
 * @param rerank how many of the documents that BM25 finds a reranker reads (retrieval); makes it a task for rerankers
 * @param fields how the kind's fields are called in the data, where they are called otherwise; {@link Fields} gives them meaning
 */
public record TaskDefinition(String name, int version, TaskKind kind, List<String> languages, LocalizedText description,
        Optional<TaskData> data, Optional<Scale> scale, OptionalInt context, Optional<Spans> spans, OptionalInt prompt,
        OptionalInt generate, OptionalInt repetitions, OptionalInt samplesPerLabel,
        Optional<String> template, OptionalInt fewShot, Optional<String> choicePrefix, OptionalInt maxTokens,
        Optional<List<String>> stop, OptionalDouble temperature, Optional<Boolean> rolling, Optional<List<Integer>> depths,
        Optional<List<Integer>> sequences, Optional<List<Integer>> rerank, Optional<Map<String, Object>> fields) {

    public TaskDefinition {
        languages = languages == null ? List.of() : List.copyOf(languages);
    }

    /** Whether it measures what models of a kind are made for. */
    public boolean measures(ModelKind model) {
        return kind.measures(model) && (kind != TaskKind.RETRIEVAL || rerank.isPresent() == (model == ModelKind.RERANKER));
    }

    /** Whether its numbers depend on the machine. */
    public boolean isTimed() {
        return kind == TaskKind.SPEED || rerank.isPresent();
    }

    /** The same without what only tells people about it, and so cannot change a number. */
    public TaskDefinition withoutWords() {
        return new TaskDefinition(name, version, kind, List.of(), new LocalizedText("", ""), data, scale, context, spans, prompt,
                generate, repetitions, samplesPerLabel, template, fewShot, choicePrefix, maxTokens, stop, temperature, rolling,
                depths, sequences, rerank, fields);
    }

    /** How the data under a key name the kind's fields. */
    Fields fieldsOf(String key) {
        return Fields.of(fields.orElse(Map.of()), key);
    }

    /** The data files, none where the kind needs none. */
    public TaskData files() {
        return data.orElse(TaskData.NONE);
    }
}
