package pruefstand.engine.llamacpp;

/**
 * A loaded and checked llama.cpp.
 *
 * @param functions plain functions
 * @param params functions with structs by value
 * @param log where it says what went wrong
 * @param version as the library says, or as its file is named
 * @param backend what computes, such as {@code CPU (zen4)}
 */
record Library(Functions functions, Params params, NativeLog log, String version, String backend) {
}
