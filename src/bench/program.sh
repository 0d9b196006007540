# Read by the scripts beside it: builds the program and the benchmarks, and runs one with the options that workers have.
here=$(CDPATH= cd -- "$(dirname -- "$0")/../.." && pwd)
folder=$here/target/bench
# The JDK that the launcher runs on; the java on the PATH may be older.
jdk=$("$here/pruefstand" doctor --lang en 2>/dev/null | sed -n 's/^Java .* in //p')
libraries="$here/target/pruefstand.jar:$here/target/lib/*"

run() { # class argument…
    mkdir -p "$folder/classes"
    "$jdk/bin/javac" -cp "$libraries" -d "$folder/classes" "$here"/src/bench/pruefstand/model/gguf/*.java \
        "$here"/src/bench/pruefstand/engine/llamacpp/*.java "$here"/src/bench/pruefstand/engine/*.java "$here"/src/bench/pruefstand/engine/onnx/*.java
    "$jdk/bin/java" --enable-native-access=ALL-UNNAMED -XX:+UseSerialGC -Xmx1g -cp "$folder/classes:$libraries" "$@"
}
