package pruefstand.model;

import java.util.List;
import java.util.Optional;
import pruefstand.text.LocalizedText;

/**
 * A model as the registry knows it.
 *
 * @param name as the catalogue lists it, percent-decoded
 * @param aliases other ways in which reviews write it
 * @param kind what it is
 * @param family such as {@code Qwen3}
 * @param license SPDX id or the licence's own name
 * @param trainingData data sets it is known to have been trained on; empty when unknown
 * @param prompts texts it wants before what it encodes
 * @param pooling how it makes one vector of many; empty: as the file says
 * @param notRunnable why it is not run at all
 * @param variants ways in which it can run
 * @param slurm what its job asks for, where Slurm measures it
 */
public record ListedModel(String name, List<String> aliases, ModelKind kind, Optional<String> family, Optional<String> license,
        Optional<List<String>> trainingData, Prompts prompts, Optional<Pooling> pooling, Optional<LocalizedText> notRunnable,
        List<Variant> variants, SlurmRequest slurm) {

    public ListedModel {
        aliases = List.copyOf(aliases);
        variants = List.copyOf(variants);
    }

    /** A model that asks nothing of Slurm. */
    public ListedModel(String name, List<String> aliases, ModelKind kind, Optional<String> family, Optional<String> license,
            Optional<List<String>> trainingData, Prompts prompts, Optional<Pooling> pooling, Optional<LocalizedText> notRunnable,
            List<Variant> variants) {
        this(name, aliases, kind, family, license, trainingData, prompts, pooling, notRunnable, variants, SlurmRequest.NONE);
    }

    /** The variant that another of its variants is compared with. */
    public Optional<Variant> baseOf(Variant variant) {
        return variant.base().flatMap(name -> variants.stream().filter(other -> other.name().equals(name)).findFirst());
    }

    /** The same model with these variants. */
    public ListedModel withVariants(List<Variant> others) {
        return new ListedModel(name, aliases, kind, family, license, trainingData, prompts, pooling, notRunnable, others, slurm);
    }
}
