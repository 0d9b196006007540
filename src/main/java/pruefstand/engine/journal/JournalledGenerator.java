package pruefstand.engine.journal;

import java.util.function.Consumer;
import pruefstand.engine.Generation;
import pruefstand.engine.GenerationRequest;
import pruefstand.engine.Generator;
import pruefstand.engine.Journal;

/** Keeps texts that were written, with the times that it took; nobody hears the pieces of one that was kept. */
record JournalledGenerator(Generator generator, Journal journal) implements Generator {

    @Override
    public Generation generate(GenerationRequest request, Consumer<String> pieces) {
        return journal.answer("generation", request, Generation.class, () -> generator.generate(request, pieces));
    }

    @Override
    public boolean hasTemplate() {
        return generator.hasTemplate();
    }
}
