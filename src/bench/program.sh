# Read by the scripts beside it: builds the program and the benchmarks, and runs one with the options that workers have.
here=$(CDPATH= cd -- "$(dirname -- "$0")/../.." && pwd)
folder=$here/target/bench
# The JDK that the launcher runs on; the java on the PATH may be older.
jdk=$("$here/pruefstand" doctor --lang en 2>/dev/null | sed -n 's/^Java .* in //p')
[ -n "$jdk" ] || { "$here/pruefstand" doctor; exit 1; }
libraries="$here/target/pruefstand.jar:$here/target/lib/*"

run() { # class argument…
    mkdir -p "$folder/classes"
    find "$here/src/bench/pruefstand" -name '*.java' ! -path '*/run/*' -exec "$jdk/bin/javac" -cp "$libraries" -d "$folder/classes" {} +
    "$jdk/bin/java" ${options:-} --enable-native-access=ALL-UNNAMED -XX:+UseSerialGC "-Xmx${heap:-1g}" -cp "$folder/classes:$libraries" "$@"
}
