package pruefstand.engine.llamacpp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pruefstand.text.Refusal;
import pruefstand.text.RefusalKind;

class NativeLibraryTest {

    private static final Platform LINUX = Platform.of("Linux", "amd64");

    @TempDir
    private Path home;

    @ParameterizedTest
    @CsvSource({"Linux, amd64, linux-x64", "Linux, aarch64, linux-arm64", "Mac OS X, aarch64, mac-arm64-metal",
        "Mac OS X, x86_64, mac-x64", "Windows 11, amd64, win-x64", "Windows 11, aarch64, win-arm64",
        "FreeBSD, amd64, freebsd-x64"})
    void namesThePackageOfAPlatform(String system, String processor, String expected) {
        assertEquals(expected, Platform.of(system, processor).packageName());
    }

    @Test
    void findsTheInstalledPackage() throws IOException {
        Path folder = install("linux-x64", "libllama.v0.5.0.so");
        assertEquals(folder, NativeLibrary.installed(home, LINUX).folder());
    }

    @Test
    void prefersThePackageForAGraphicsCard() throws IOException {
        install("linux-x64", "libllama.v0.5.0.so");
        Path cuda = install("linux-x64-cuda", "libllama.cuda.v0.5.0.so");
        assertEquals(cuda, NativeLibrary.installed(home, LINUX).folder());
    }

    @Test
    void takesTheConfiguredFolderBeforeAll() throws IOException {
        install("linux-x64", "libllama.v0.5.0.so");
        Path own = Files.createDirectories(home.resolve("own/lib"));
        Files.createFile(own.resolve("libllama.so"));
        assertEquals(own, NativeLibrary.find(Optional.of(home.resolve("own")), home).folder());
    }

    @Test
    void saysWhichPackageToAddWhenThereIsNone() {
        Refusal refusal = assertThrows(Refusal.class, () -> NativeLibrary.installed(home, LINUX));
        assertEquals(RefusalKind.MISSING_PART, refusal.kind());
        assertTrue(refusal.getMessage().contains("linux-x64") && refusal.getMessage().contains("npm"), refusal.getMessage());
        assertTrue(refusal.getMessage().contains("linux-x64-cuda, linux-x64-vulkan"), refusal.getMessage());
        Refusal mac = assertThrows(Refusal.class, () -> NativeLibrary.installed(home, Platform.of("Mac OS X", "aarch64")));
        assertTrue(mac.getMessage().contains("@node-llama-cpp/mac-arm64-metal"), mac.getMessage());
    }

    @Test
    void refusesAConfiguredFolderWithoutLlama() {
        Refusal refusal = assertThrows(Refusal.class, () -> NativeLibrary.find(Optional.of(home), home));
        assertEquals("engine.llamacpp.configured", refusal.what().key());
        assertTrue(refusal.getMessage().contains(home.toString()), refusal.getMessage());
    }

    @ParameterizedTest
    @CsvSource({"libllama.so", "libllama.so.0", "libllama.v0.5.0.so", "libllama.0.dylib", "libllama.dylib", "llama.dll",
        "libllama.cuda.v0.5.0.so", "libllama.vulkan.b8390.so"})
    void knowsTheLibraryUnderEachOfItsNames(String name) throws IOException {
        Path file = Files.createFile(home.resolve(name));
        Files.createFile(home.resolve("libllama-common.so"));
        assertEquals(Optional.of(file), new NativeLibrary(home).file("llama"));
    }

    @Test
    void refusesAnIncompleteFolderAndAFileThatIsNoLibrary() throws IOException {
        Files.createFile(home.resolve("libllama.so"));
        Refusal incomplete = assertThrows(Refusal.class, () -> LlamaCpp.load(new NativeLibrary(home), _ -> { }));
        assertEquals("engine.llamacpp.part", incomplete.what().key());
        Files.writeString(home.resolve("libggml-base.so"), "no library");
        Refusal broken = assertThrows(Refusal.class, () -> LlamaCpp.load(new NativeLibrary(home), _ -> { }));
        assertEquals("engine.llamacpp.unloadable", broken.what().key());
        assertTrue(broken.getMessage().contains("libggml-base.so"), broken.getMessage());
    }

    /** In an ELF file two bytes say for which processor it is (e_machine): 62 for x86-64, 183 for AArch64. */
    @Test
    void refusesALibraryForAnotherProcessor() throws IOException {
        NativeLibrary installed = NativeLibrary.installed(Path.of(System.getProperty("pruefstand.home")), Platform.current());
        byte[] library = Files.readAllBytes(installed.file("ggml-base").orElseThrow());
        library[18] = (byte) (library[18] == 62 ? 183 : 62);
        Files.createFile(home.resolve("libllama.so"));
        Files.write(home.resolve("libggml-base.so"), library);
        Refusal other = assertThrows(Refusal.class, () -> LlamaCpp.load(new NativeLibrary(home), _ -> { }));
        assertEquals("engine.llamacpp.unloadable", other.what().key());
        assertTrue(other.getMessage().contains("made for another system"), other.getMessage());
    }

    @ParameterizedTest
    @CsvSource({"libllama.v0.5.0.so, 0.5.0", "libllama.b8390.so, b8390", "libllama.0.0.8390.dylib, b8390", "libllama.so.0.0.8390, b8390",
        "libllama.cuda.v0.5.0.so, 0.5.0", "libllama.vulkan.b8390.so, b8390", "libllama.so, ", "libllama.so.0, ", "llama.dll, "})
    void readsTheVersionFromTheNameOfTheFile(String name, String version) throws IOException {
        Files.createFile(home.resolve(name));
        assertEquals(Optional.ofNullable(version), new NativeLibrary(home).version());
    }

    @Test
    void followsLinksToTheNameThatTellsTheVersion() throws IOException {
        Files.createFile(home.resolve("libllama.so.0.0.8390"));
        Files.createSymbolicLink(home.resolve("libllama.so"), Path.of("libllama.so.0.0.8390"));
        assertEquals(Optional.of("b8390"), new NativeLibrary(home).version());
    }

    @Test
    void severalVersionsLieSideBySide() throws IOException {
        Path newest = install("linux-x64", "linux-x64", "libllama.v0.5.0.so");
        Path older = install("linux-x64-b8390", "linux-x64", "libllama.b8390.so");
        Path cuda = install("linux-x64-cuda", "linux-x64-cuda", "libllama.cuda.v0.5.0.so");
        install("linux-arm64-b8390", "linux-arm64", "libllama.b8390.so");
        assertEquals(List.of(cuda, newest, older),
                NativeLibrary.allInstalled(home, LINUX).stream().map(NativeLibrary::folder).toList());
        assertEquals(cuda, NativeLibrary.installed(home, LINUX).folder());
        assertEquals(List.of(), NativeLibrary.allInstalled(home.resolve("empty"), LINUX));
    }

    @Test
    void aFolderIsNamedAsWellAsAVersion() throws IOException {
        Path own = Files.createDirectories(home.resolve("own/bin"));
        Files.createFile(own.resolve("libllama.so"));
        assertEquals(own, NativeLibrary.named("own", home, home).folder());
        Refusal refusal = assertThrows(Refusal.class, () -> NativeLibrary.named("b1", home, home));
        assertEquals(RefusalKind.MISSING_PART, refusal.kind());
        assertEquals(RefusalKind.INPUT, assertThrows(Refusal.class, () -> NativeLibrary.named("a\0b", home, home)).kind());
    }

    private Path install(String name, String library) throws IOException {
        return install(name, name, library);
    }

    private Path install(String name, String platform, String library) throws IOException {
        Path folder = Files.createDirectories(
                home.resolve("eval/native/node_modules/@node-llama-cpp").resolve(name).resolve("bins").resolve(platform));
        Files.createFile(folder.resolve(library));
        return folder;
    }
}
