package dev.gnomon.calibration;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/** Reads files of forks: one JSON object a line, gzipped where the name says so. */
final class ForkFile {
  private static final JsonFactory JSON = new JsonFactory();

  private ForkFile() {}

  /**
   * One line: its texts and numbers by name, its lists of numbers by name, and, where there is one,
   * its list of lists.
   */
  record Line(Map<String, String> texts, Map<String, double[]> lists, List<double[]> forks) {}

  static List<Line> read(Path file) {
    List<Line> lines = new ArrayList<>();
    try (InputStream raw = Files.newInputStream(file);
        InputStream in = file.toString().endsWith(".gz") ? new GZIPInputStream(raw) : raw;
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        lines.add(line(line));
      }
    } catch (IOException e) {
      throw new IllegalArgumentException(file + " cannot be read: " + e.getMessage(), e);
    }
    return lines;
  }

  private static Line line(String text) throws IOException {
    Map<String, String> texts = new HashMap<>();
    Map<String, double[]> lists = new HashMap<>();
    List<double[]> forks = new ArrayList<>();
    try (JsonParser parser = JSON.createParser(text)) {
      parser.nextToken();
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String name = parser.currentName();
        if (parser.nextToken() != JsonToken.START_ARRAY) {
          texts.put(name, parser.getText());
        } else if (parser.nextToken() == JsonToken.START_ARRAY) {
          do {
            parser.nextToken();
            forks.add(numbers(parser));
          } while (parser.nextToken() == JsonToken.START_ARRAY);
        } else {
          lists.put(name, numbers(parser));
        }
      }
    }
    return new Line(texts, lists, forks);
  }

  /** Numbers from the current token to the end of the array. */
  private static double[] numbers(JsonParser parser) throws IOException {
    double[] numbers = new double[64];
    int n = 0;
    for (JsonToken t = parser.currentToken(); t != JsonToken.END_ARRAY; t = parser.nextToken()) {
      if (n == numbers.length) {
        numbers = java.util.Arrays.copyOf(numbers, 2 * n);
      }
      numbers[n++] = parser.getDoubleValue();
    }
    return java.util.Arrays.copyOf(numbers, n);
  }
}
