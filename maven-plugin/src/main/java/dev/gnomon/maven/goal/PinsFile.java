package dev.gnomon.maven.goal;

import dev.gnomon.archive.Pin;
import dev.gnomon.archive.Pins;
import dev.gnomon.archive.directory.WholeFile;
import dev.gnomon.problem.ProblemException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The reviewed file of pins in the repository.
 *
 * @param path usually {@code .perf/pins} in the top directory of the build
 */
public record PinsFile(Path path) {
  /** What {@code perf.baseline} begins with where it names a pin. */
  public static final String PREFIX = "pin:";

  /** What is pinned; nothing where there is no file. */
  public Pins read() {
    if (!Files.isRegularFile(path)) {
      return Pins.none();
    }
    try {
      if (Files.size(path) > Pins.LONGEST) {
        throw unusable("it is longer than " + Pins.LONGEST + " bytes", null);
      }
      return Pins.read(Files.readString(path, StandardCharsets.UTF_8), path.toString());
    } catch (IOException e) {
      throw unusable(e.getMessage(), e);
    }
  }

  /** Adds a pin, in place of an earlier one of its name. */
  public void add(Pin pin) {
    WholeFile.replace(path, read().with(pin).write().getBytes(StandardCharsets.UTF_8));
  }

  /**
   * What a text names as a baseline: that of the pin if it names one, else the text itself.
   *
   * @param property the setting that the text is of, for messages
   * @throws ProblemException {@code pin-unknown}
   */
  public String revision(String property, String baseline) {
    if (!baseline.startsWith(PREFIX)) {
      return baseline;
    }
    String name = baseline.substring(PREFIX.length());
    Pins pins = read();
    return pins.find(name)
        .map(Pin::revision)
        .orElseThrow(
            () ->
                new ProblemException(
                    "pin-unknown",
                    "%s is pin:%s, but %s has no pin of that name: it has %s. Pin one: mvn perf:pin -Dperf.pin=%s -Dperf.revision=COMMIT"
                        .formatted(
                            property,
                            name,
                            path,
                            pins.all().isEmpty()
                                ? "none"
                                : String.join(", ", pins.all().stream().map(Pin::name).toList()),
                            name)));
  }

  private ProblemException unusable(String why, IOException cause) {
    return new ProblemException(
        "pins-unreadable",
        "%s cannot be used: %s. Make it readable and writable.".formatted(path, why),
        cause);
  }
}
