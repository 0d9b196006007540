package pruefstand.model;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import pruefstand.text.Message;

/** How a single file holds weights, told by its name. */
public enum WeightFormat {
    GGUF, PICKLE, OTHER;

    private static final Set<String> PICKLES = Set.of("bin", "pt", "pth", "pkl", "pickle", "ckpt", "joblib");

    /** The format that a file's name promises. */
    public static WeightFormat of(String file) {
        String ending = file.substring(file.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return ending.equals("gguf") ? GGUF : PICKLES.contains(ending) ? PICKLE : OTHER;
    }

    /** Why a file of this format is neither fetched nor run; empty where it is. */
    public Optional<Message> refusal(String file) {
        return switch (this) {
            case GGUF -> Optional.empty();
            case PICKLE -> Optional.of(Message.of("model.format.pickle", file));
            case OTHER -> Optional.of(Message.of("model.format.other", file));
        };
    }
}
