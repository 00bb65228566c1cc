package dev.gnomon.trend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gnomon.calibration.Figures;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LabelledTrialTest {
  private static final int RUNS = 60;

  @TempDir Path directory;

  /** Steps that everybody sees, and histories in which nobody saw any. */
  private Path labelled() throws IOException {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < 6; i++) {
      Random random = new Random(i);
      boolean step = i % 2 == 0;
      StringBuilder values = new StringBuilder();
      for (int run = 0; run < RUNS; run++) {
        double level = step && run >= RUNS / 2 ? 150 : 100;
        values.append(run == 0 ? "" : ",").append(level * (1 + 0.01 * random.nextGaussian()));
      }
      lines.append(
          "{\"values\":[%s],\"annotations\":{\"a\":[%s],\"b\":[%s]}}\n"
              .formatted(values, step ? "30" : "", step ? "31" : ""));
    }
    return Files.writeString(directory.resolve("labelled.jsonl"), lines);
  }

  @Test
  void theTableAndTheFileHoldBothRowsAndEveryTarget() throws IOException {
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    Figures figures = new Figures();
    new LabelledTrial(LabelledSeries.read(labelled()))
        .run(new PrintStream(printed, true, StandardCharsets.UTF_8), figures);
    Path file = directory.resolve("figures.json");
    figures.write(file);

    assertThat(printed.toString(StandardCharsets.UTF_8))
        .contains("Gnomon's defaults, reported half", "Otava's defaults, reported half");
    assertThat(figures.missed()).isEmpty();
    String json = Files.readString(file).replaceAll("\\s+", " ");
    assertThat(json)
        .contains(
            "\"name\" : \"change points: F1 on the reported half\", \"value\" : 1.0, \"target\" : \"at least 0.88\", \"met\" : true",
            "\"name\" : \"change points: false, nobody marked, reported half\", \"value\" : 0.0, \"target\" : \"at most 0.15\", \"met\" : true",
            "change points: F1 of Otava's defaults, reported half",
            "change points: false, most marked nothing, Otava's defaults, all");
  }
}
