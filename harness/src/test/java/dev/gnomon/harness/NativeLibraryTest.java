package dev.gnomon.harness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NativeLibraryTest {
  @TempDir Path directory;

  @ParameterizedTest
  @CsvSource({
    "Linux, amd64, linux-x64",
    "Linux, aarch64, linux-arm64",
    "Mac OS X, x86_64, macos",
    "Mac OS X, aarch64, macos",
  })
  void eachPlatformHasItsLibrary(String os, String arch, String platform) throws IOException {
    assertThat(NativeLibrary.platform(os, arch)).isEqualTo(platform);
  }

  @ParameterizedTest
  @CsvSource({
    "Windows 11, amd64, there is none for Windows",
    "Linux, riscv64, there is none for Linux on riscv64",
    "AIX, ppc64, there is none for AIX",
  })
  void aPlatformWithoutOneIsNamed(String os, String arch, String message) {
    assertThatThrownBy(() -> NativeLibrary.platform(os, arch)).hasMessage(message);
  }

  @Test
  void theLibraryIsLaidOnce() throws IOException {
    Path library = Path.of(NativeLibrary.in(directory.toString()));
    assertThat(library).isRegularFile().startsWith(directory);
    Files.writeString(library, "as it was");

    assertThat(NativeLibrary.in(directory.toString())).isEqualTo(library.toString());
    assertThat(library).hasContent("as it was");
    assertThat(library.getParent()).isDirectoryNotContaining("glob:**.part");
  }

  @Test
  void aDirectoryThatCannotBeWrittenIsTold() throws IOException {
    Path file = Files.writeString(directory.resolve("native"), "a file");

    assertThatThrownBy(() -> NativeLibrary.in(file.toString()))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("it can't be written: ");
  }

  @Test
  void perfEventsAreSeenAmongOpenFiles() throws IOException {
    Files.createSymbolicLink(directory.resolve("0"), Path.of("/dev/null"));
    Files.writeString(directory.resolve("1"), "no link, as one that was closed meanwhile");
    assertThat(PerfEvents.openIn(directory)).isFalse();

    Files.createSymbolicLink(directory.resolve("2"), Path.of("anon_inode:[perf_event]"));
    assertThat(PerfEvents.openIn(directory)).isTrue();
    assertThat(PerfEvents.openIn(directory.resolve("no-such-directory"))).isFalse();
  }
}
