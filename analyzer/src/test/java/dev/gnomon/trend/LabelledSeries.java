package dev.gnomon.trend;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;

/** A history with the change points that several people marked in it. */
final class LabelledSeries {
  private final double[] values;
  private final List<Set<Integer>> annotations;

  private LabelledSeries(double[] values, List<Set<Integer>> annotations) {
    this.values = values;
    this.annotations = List.copyOf(annotations);
  }

  /** One value a run; NaN where the file has none. */
  double[] values() {
    return values.clone();
  }

  /** What each person marked, maybe nothing. */
  List<Set<Integer>> annotations() {
    return annotations;
  }

  /** Reads one JSON object a line: {@code values} and {@code annotations} (person to indexes). */
  static List<LabelledSeries> read(Path file) throws IOException {
    List<LabelledSeries> all = new ArrayList<>();
    try (InputStream raw = new BufferedInputStream(Files.newInputStream(file));
        InputStream plain = file.toString().endsWith(".gz") ? new GZIPInputStream(raw) : raw;
        JsonParser json = new JsonFactory().createParser(plain)) {
      while (json.nextToken() == JsonToken.START_OBJECT) {
        all.add(one(json));
      }
    }
    return all;
  }

  private static LabelledSeries one(JsonParser json) throws IOException {
    List<Double> values = new ArrayList<>();
    List<Set<Integer>> annotations = new ArrayList<>();
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String field = json.currentName();
      json.nextToken();
      if (field.equals("values")) {
        while (json.nextToken() != JsonToken.END_ARRAY) {
          values.add(json.currentToken().isNumeric() ? json.getDoubleValue() : Double.NaN);
        }
      } else if (field.equals("annotations")) {
        while (json.nextToken() == JsonToken.FIELD_NAME) {
          annotations.add(indexes(json));
        }
      } else {
        json.skipChildren();
      }
    }
    return new LabelledSeries(
        values.stream().mapToDouble(Double::doubleValue).toArray(), annotations);
  }

  private static Set<Integer> indexes(JsonParser json) throws IOException {
    Set<Integer> indexes = new TreeSet<>();
    json.nextToken();
    while (json.nextToken() != JsonToken.END_ARRAY) {
      indexes.add(json.getIntValue());
    }
    return indexes;
  }

  /** Whether nobody marked anything. */
  boolean unanimouslyQuiet() {
    return annotations.stream().allMatch(Set::isEmpty);
  }

  /** Whether more than half of the people marked nothing. */
  boolean mostlyQuiet() {
    return annotations.stream().filter(Set::isEmpty).count() * 2 > annotations.size();
  }
}
