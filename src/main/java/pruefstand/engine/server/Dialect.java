package pruefstand.engine.server;

/** Servers that say more than the OpenAI-compatible interface does; everything else is {@link #OPENAI}. */
enum Dialect {
    LLAMA_SERVER("llama-server"), OLLAMA("Ollama"), VLLM("vLLM"), TGI("TGI"), TEI("TEI"), OPENAI("OpenAI-compatible");

    private final String title;

    Dialect(String title) {
        this.title = title;
    }

    /** As its own project writes it. */
    @Override
    public String toString() {
        return title;
    }
}
