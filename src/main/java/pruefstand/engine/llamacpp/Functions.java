package pruefstand.engine.llamacpp;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BOOLEAN;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.MemoryLayout;
import java.lang.foreign.SymbolLookup;
import java.util.Optional;

/**
 * The functions of llama.cpp that need no struct by value: the same in every version that has them; one that a version lacks is
 * refused when it is used. Names are those of C.
 */
final class Functions {

    final NativeFunction ggml_backend_dev_count;
    final NativeFunction ggml_backend_dev_get;
    final NativeFunction ggml_backend_dev_name;
    final NativeFunction ggml_backend_load_all_from_path;
    final NativeFunction llama_backend_init;

    final NativeFunction llama_model_free;
    final NativeFunction llama_model_get_vocab;
    final NativeFunction llama_model_n_ctx_train;
    final NativeFunction llama_model_n_embd_out;
    final NativeFunction llama_model_is_recurrent;
    final NativeFunction llama_model_is_hybrid;
    final NativeFunction llama_model_chat_template;
    final NativeFunction llama_chat_apply_template;
    final NativeFunction llama_adapter_lora_init;
    final NativeFunction llama_set_adapters_lora;

    final NativeFunction llama_vocab_n_tokens;
    final NativeFunction llama_vocab_bos;
    final NativeFunction llama_vocab_eos;
    final NativeFunction llama_vocab_sep;
    final NativeFunction llama_vocab_is_eog;
    final NativeFunction llama_vocab_get_add_bos;
    final NativeFunction llama_vocab_get_add_eos;
    final NativeFunction llama_vocab_get_add_sep;
    final NativeFunction llama_tokenize;
    final NativeFunction llama_token_to_piece;

    final NativeFunction llama_free;
    final NativeFunction llama_get_memory;
    final NativeFunction llama_memory_clear;
    final NativeFunction llama_memory_seq_cp;
    final NativeFunction llama_memory_seq_rm;
    final NativeFunction llama_synchronize;
    final NativeFunction llama_get_logits_ith;
    final NativeFunction llama_get_embeddings_seq;

    private final SymbolLookup lookup;

    Functions(SymbolLookup lookup) {
        this.lookup = lookup;
        ggml_backend_dev_count = returning(JAVA_LONG, "ggml_backend_dev_count");
        ggml_backend_dev_get = returning(ADDRESS, "ggml_backend_dev_get", JAVA_LONG);
        ggml_backend_dev_name = returning(ADDRESS, "ggml_backend_dev_name", ADDRESS);
        ggml_backend_load_all_from_path = returningNothing("ggml_backend_load_all_from_path", ADDRESS);
        llama_backend_init = returningNothing("llama_backend_init");
        llama_model_free = returningNothing("llama_model_free", ADDRESS);
        llama_model_get_vocab = returning(ADDRESS, "llama_model_get_vocab", ADDRESS);
        llama_model_n_ctx_train = returning(JAVA_INT, "llama_model_n_ctx_train", ADDRESS);
        llama_model_n_embd_out = returning(JAVA_INT, "llama_model_n_embd_out", ADDRESS);
        llama_model_is_recurrent = returning(JAVA_BOOLEAN, "llama_model_is_recurrent", ADDRESS);
        llama_model_is_hybrid = returning(JAVA_BOOLEAN, "llama_model_is_hybrid", ADDRESS);
        llama_model_chat_template = returning(ADDRESS, "llama_model_chat_template", ADDRESS, ADDRESS);
        llama_chat_apply_template = returning(JAVA_INT, "llama_chat_apply_template", ADDRESS, ADDRESS, JAVA_LONG, JAVA_BOOLEAN,
                ADDRESS, JAVA_INT);
        llama_adapter_lora_init = returning(ADDRESS, "llama_adapter_lora_init", ADDRESS, ADDRESS);
        llama_set_adapters_lora = returning(JAVA_INT, "llama_set_adapters_lora", ADDRESS, ADDRESS, JAVA_LONG, ADDRESS);
        llama_vocab_n_tokens = returning(JAVA_INT, "llama_vocab_n_tokens", ADDRESS);
        llama_vocab_bos = returning(JAVA_INT, "llama_vocab_bos", ADDRESS);
        llama_vocab_eos = returning(JAVA_INT, "llama_vocab_eos", ADDRESS);
        llama_vocab_sep = returning(JAVA_INT, "llama_vocab_sep", ADDRESS);
        llama_vocab_is_eog = returning(JAVA_BOOLEAN, "llama_vocab_is_eog", ADDRESS, JAVA_INT);
        llama_vocab_get_add_eos = returning(JAVA_BOOLEAN, "llama_vocab_get_add_eos", ADDRESS);
        llama_vocab_get_add_sep = returning(JAVA_BOOLEAN, "llama_vocab_get_add_sep", ADDRESS);
        llama_vocab_get_add_bos = returning(JAVA_BOOLEAN, "llama_vocab_get_add_bos", ADDRESS);
        llama_tokenize = returning(JAVA_INT, "llama_tokenize", ADDRESS, ADDRESS, JAVA_INT, ADDRESS, JAVA_INT, JAVA_BOOLEAN,
                JAVA_BOOLEAN);
        llama_token_to_piece = returning(JAVA_INT, "llama_token_to_piece", ADDRESS, JAVA_INT, ADDRESS, JAVA_INT, JAVA_INT,
                JAVA_BOOLEAN);
        llama_free = returningNothing("llama_free", ADDRESS);
        llama_get_memory = returning(ADDRESS, "llama_get_memory", ADDRESS);
        llama_memory_clear = returningNothing("llama_memory_clear", ADDRESS, JAVA_BOOLEAN);
        llama_memory_seq_cp = returningNothing("llama_memory_seq_cp", ADDRESS, JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT);
        llama_memory_seq_rm = returning(JAVA_BOOLEAN, "llama_memory_seq_rm", ADDRESS, JAVA_INT, JAVA_INT, JAVA_INT);
        llama_synchronize = returningNothing("llama_synchronize", ADDRESS);
        llama_get_logits_ith = returning(ADDRESS, "llama_get_logits_ith", ADDRESS, JAVA_INT);
        llama_get_embeddings_seq = returning(ADDRESS, "llama_get_embeddings_seq", ADDRESS, JAVA_INT);
    }

    private NativeFunction returning(MemoryLayout result, String name, MemoryLayout... arguments) {
        return NativeFunction.find(lookup, name, Optional.of(result), arguments);
    }

    private NativeFunction returningNothing(String name, MemoryLayout... arguments) {
        return NativeFunction.find(lookup, name, Optional.empty(), arguments);
    }
}
