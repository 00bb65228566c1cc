package dev.gnomon.calibration;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Figures of a calibration beside their targets. Several calibrations share one file: writing keeps
 * what others wrote and replaces figures of the same name.
 */
public final class Figures {
  private final Map<String, Figure> all = new LinkedHashMap<>();

  /** Adds a figure that must not fall below its target. */
  public void atLeast(String name, double value, double target) {
    add(new Figure(name, value, "at least " + target, value >= target));
  }

  /** Adds a figure that must not exceed its target. */
  public void atMost(String name, double value, double target) {
    add(new Figure(name, value, "at most " + target, value <= target));
  }

  /** Adds a figure that must lie between two bounds. */
  public void between(String name, double value, double low, double high) {
    add(new Figure(name, value, low + " to " + high, value >= low && value <= high));
  }

  /** Adds a figure that others can be read against and that has no target of its own. */
  public void reference(String name, double value) {
    add(new Figure(name, value, "none", true));
  }

  private void add(Figure figure) {
    all.put(figure.name(), figure);
  }

  /** Names of the figures that miss their target. */
  public List<String> missed() {
    return all.values().stream().filter(figure -> !figure.met()).map(Figure::name).toList();
  }

  /** One line a figure: name, value, target, and whether it is met. */
  public String table() {
    StringBuilder table = new StringBuilder();
    for (Figure figure : all.values()) {
      table.append(
          String.format(
              Locale.ROOT,
              "%-66s %9.4f  %-14s %s%n",
              figure.name(),
              figure.value(),
              figure.target().equals("none") ? "" : figure.target(),
              figure.met() ? "" : "MISSED"));
    }
    return table.toString();
  }

  /** Writes an array of {@code {name, value, target, met}}. */
  public void write(Path file) throws IOException {
    Map<String, Figure> merged = new LinkedHashMap<>();
    if (Files.exists(file)) {
      read(file).forEach(figure -> merged.put(figure.name(), figure));
    }
    merged.putAll(all);
    Files.createDirectories(file.toAbsolutePath().getParent());
    try (JsonGenerator json =
        new JsonFactory()
            .createGenerator(Files.newBufferedWriter(file))
            .useDefaultPrettyPrinter()) {
      json.writeStartArray();
      for (Figure figure : merged.values()) {
        json.writeStartObject();
        json.writeStringField("name", figure.name());
        json.writeNumberField("value", figure.value());
        json.writeStringField("target", figure.target());
        json.writeBooleanField("met", figure.met());
        json.writeEndObject();
      }
      json.writeEndArray();
    }
  }

  private static List<Figure> read(Path file) throws IOException {
    List<Figure> figures = new ArrayList<>();
    try (JsonParser json = new JsonFactory().createParser(file.toFile())) {
      json.nextToken();
      while (json.nextToken() == JsonToken.START_OBJECT) {
        figures.add(one(json));
      }
    }
    return figures;
  }

  private static Figure one(JsonParser json) throws IOException {
    String name = "";
    double value = Double.NaN;
    String target = "";
    boolean met = false;
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String field = json.currentName();
      json.nextToken();
      switch (field) {
        case "name" -> name = json.getText();
        case "value" -> value = json.getValueAsDouble(Double.NaN);
        case "target" -> target = json.getText();
        case "met" -> met = json.getBooleanValue();
        default -> json.skipChildren();
      }
    }
    return new Figure(name, value, target, met);
  }

  private record Figure(String name, double value, String target, boolean met) {}
}
