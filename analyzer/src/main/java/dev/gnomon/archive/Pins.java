package dev.gnomon.archive;

import dev.gnomon.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The reviewed file of pins, {@code .perf/pins}: one a line, {@code NAME COMMIT PATH}, with {@code
 * -} for what there is none of; lines that begin with {@code #} are for readers. It works on text;
 * reading and writing the file is left to the caller.
 */
public final class Pins {
  /** The most text that is read, in characters. */
  public static final int LONGEST = 1_000_000;

  private static final String NONE = "-";
  private static final String HEADER = "# What drift is judged against: NAME COMMIT PATH\n";

  private final Map<String, Pin> pins;

  private Pins(Map<String, Pin> pins) {
    this.pins = pins;
  }

  /** No pins. */
  public static Pins none() {
    return new Pins(Map.of());
  }

  /**
   * Reads pins.
   *
   * @param text the whole file, untrusted
   * @param file what messages call it
   * @throws ProblemException {@code pins-unreadable}
   */
  public static Pins read(String text, String file) {
    Map<String, Pin> pins = new TreeMap<>();
    List<String> lines = text.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      if (!line.isEmpty() && !line.startsWith("#")) {
        Pin pin = pin(line, i + 1, file);
        if (pins.put(pin.name(), pin) != null) {
          throw unreadable(file, i + 1, pin.name() + " stands twice");
        }
      }
    }
    return new Pins(pins);
  }

  private static Pin pin(String line, int number, String file) {
    List<String> words = List.of(line.split("\\s+", -1));
    if (words.size() != 3) {
      throw unreadable(file, number, "it has " + words.size() + " words");
    }
    try {
      return new Pin(words.get(0), given(words.get(1)).orElse(""), given(words.get(2)));
    } catch (IllegalArgumentException e) {
      throw unreadable(file, number, e.getMessage());
    }
  }

  private static Optional<String> given(String word) {
    return word.equals(NONE) ? Optional.empty() : Optional.of(word);
  }

  private static ProblemException unreadable(String file, int line, String found) {
    return new ProblemException(
        "pins-unreadable",
        "%s cannot be read: line %d: %s. Expected NAME COMMIT PATH, with - for what there is none of, as mvn perf:pin writes it."
            .formatted(file, line, found));
  }

  /** These pins and one more, in place of an earlier one of its name. */
  public Pins with(Pin pin) {
    Map<String, Pin> more = new TreeMap<>(pins);
    more.put(pin.name(), pin);
    return new Pins(more);
  }

  /** The pin of a name, if there is one. */
  public Optional<Pin> find(String name) {
    return Optional.ofNullable(pins.get(name));
  }

  /** All pins, by name. */
  public List<Pin> all() {
    return new ArrayList<>(pins.values());
  }

  /** The file's text; reading gives the pins back. */
  public String write() {
    StringBuilder text = new StringBuilder(HEADER);
    for (Pin pin : pins.values()) {
      text.append(
          "%s %s %s\n"
              .formatted(
                  pin.name(),
                  pin.commit().isEmpty() ? NONE : pin.commit(),
                  pin.path().orElse(NONE)));
    }
    return text.toString();
  }
}
