package pruefstand.engine;

/** What a model can be asked for; one for each optional part of {@link Engine}. */
public enum Ability {
    TOKEN_SCORES, CONTINUATIONS, GENERATION, EMBEDDINGS, RERANKING, MASKED, SPEED
}
