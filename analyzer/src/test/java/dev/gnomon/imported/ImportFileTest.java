package dev.gnomon.imported;

import static dev.gnomon.imported.Imports.file;
import static dev.gnomon.imported.Imports.problem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gnomon.environment.Comparability;
import dev.gnomon.environment.Environment;
import dev.gnomon.json.SmallRuns;
import dev.gnomon.model.Revision;
import dev.gnomon.model.Run;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImportFileTest {
  private static final String LINE = "BenchmarkA 1 2 ns/op\n";

  private static byte[] zipped(byte[] bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
      zip.write(bytes);
    }
    return out.toByteArray();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "x.json|[ {\"benchmark\": 1}]|JMH",
        "x.txt|goos: linux~BenchmarkA-8 1 2 ns/op~|GO",
        "x.csv|name;ms|CSV",
        "x|name,ms~a,1|CSV",
        "data.js|window.BENCHMARK_DATA = {}|GITHUB_ACTION",
      })
  void theFormIsSeen(String name, String text, Format format) {
    assertThat(file(name, text.replace('~', '\n')).format()).isEqualTo(format);
  }

  @Test
  void anotherFormIsAProblem() {
    assertThat(problem(() -> file("x.txt", "hello").format()))
        .hasMessageContaining("none of the forms")
        .hasMessageContaining("-Dperf.import.format");
  }

  @Test
  void aZippedFileIsTheSame() throws IOException {
    byte[] bytes = zipped(LINE.getBytes(StandardCharsets.UTF_8));
    ImportFile file = ImportFile.read(new ByteArrayInputStream(bytes), "x.gz");
    assertThat(GoBenchmarkReader.read(file)).isEqualTo(GoBenchmarkReader.read(file("x", LINE)));
    byte[] cut = Arrays.copyOf(bytes, bytes.length - 10);
    assertThat(problem(() -> ImportFile.read(new ByteArrayInputStream(cut), "x.gz")).code())
        .isEqualTo("import-file-unreadable");
  }

  @Test
  void aBombIsRefused() throws IOException {
    byte[] bomb = zipped(new byte[64 << 20]);
    assertThat(problem(() -> ImportFile.read(new ByteArrayInputStream(bomb), "x.gz")))
        .hasMessageContaining("times its size");
  }

  @Test
  void nothingIsNoFileOfResults() {
    assertThat(problem(() -> file("x", "")).code()).isEqualTo("import-file-empty");
  }

  @Test
  void anotherEncodingIsAProblem() {
    byte[] wide = ("\ufeff" + LINE).getBytes(StandardCharsets.UTF_16LE);
    ImportFile file = ImportFile.read(new ByteArrayInputStream(wide), "x.txt");
    assertThat(problem(() -> GoBenchmarkReader.read(file)))
        .hasMessageContaining("not text in UTF-8");
    assertThat(GoBenchmarkReader.read(file("x", "\ufeff" + LINE))).hasSize(1);
  }

  @Test
  void whatWasImportedIsNeverComparableWithWhatWasMeasured() {
    Run imported =
        GoBenchmarkReader.read(file("x", LINE))
            .get(0)
            .toRun("g:root", "core", "1", Revision.UNKNOWN, Instant.EPOCH);
    for (Environment measured :
        List.of(new Environment(List.of()), SmallRuns.strict("cpu.model", "X"))) {
      assertThat(Comparability.between(measured, imported.environment()).comparable()).isFalse();
      assertThat(Comparability.between(imported.environment(), measured).comparable()).isFalse();
    }
    assertThat(imported.origin().source()).isEqualTo("go");
    assertThat(Comparability.between(imported.environment(), imported.environment()).comparable())
        .isTrue();
  }
}
