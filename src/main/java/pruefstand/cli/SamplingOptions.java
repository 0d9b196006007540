package pruefstand.cli;

import picocli.CommandLine.Option;
import pruefstand.engine.Sampling;
import pruefstand.text.Refusal;

/** How tokens are chosen. */
final class SamplingOptions {

    @Option(names = "--temperature", paramLabel = "T", defaultValue = "0",
            description = "0: always the likeliest token; 1: as likely as the model says; default: ${DEFAULT-VALUE}")
    private double temperature;

    @Option(names = "--top-k", paramLabel = "K", defaultValue = "0", description = "only the K likeliest; 0: all; default: ${DEFAULT-VALUE}")
    private int topK;

    @Option(names = "--top-p", paramLabel = "P", defaultValue = "1",
            description = "only the likeliest that together have this probability; default: ${DEFAULT-VALUE}")
    private double topP;

    @Option(names = "--min-p", paramLabel = "P", defaultValue = "0",
            description = "only those at least this likely, compared with the likeliest; default: ${DEFAULT-VALUE}")
    private double minP;

    @Option(names = "--seed", paramLabel = "S", defaultValue = "0", description = "of what is drawn; default: ${DEFAULT-VALUE}")
    private long seed;

    /** @throws Refusal if a number is out of its range */
    Sampling sampling() {
        try {
            return new Sampling(temperature, topK, topP, minP, seed);
        } catch (IllegalArgumentException e) {
            throw Refusal.input("cli.generate.sampling", e.getMessage()).because(e);
        }
    }
}
