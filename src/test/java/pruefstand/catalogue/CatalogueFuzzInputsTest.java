package pruefstand.catalogue;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;
import pruefstand.Fuzzed;

/** What fuzzing once found, or starts from, stays sound. */
class CatalogueFuzzInputsTest {

    @TestFactory
    Stream<DynamicNode> everyInputStaysSound() {
        return Fuzzed.inputs(new CatalogueFuzz());
    }
}
