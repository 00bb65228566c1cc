package dev.gnomon.demo;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the demo reads of an {@code evaluation.json}.
 *
 * @param decision what the gate did to the build, {@code missing} where the file does not say
 * @param judgements one for each benchmark and metric
 */
record Evaluation(String decision, List<Judgement> judgements) {
  private static final String MISSING = "missing";

  /**
   * How one metric of one benchmark was judged.
   *
   * @param benchmark class and method
   * @param params values of its parameters, empty where it has none
   * @param metric the metric's name
   * @param verdict the verdict's name
   * @param effect what it did to the build
   * @param reason the figures in a sentence
   * @param spread between-fork standard deviation of the baseline's logarithms; NaN where nothing
   *     was compared
   */
  record Judgement(
      String benchmark,
      String params,
      String metric,
      String verdict,
      String effect,
      String reason,
      double spread) {

    /** Whether it is the benchmark's time, rather than what it allocates. */
    boolean time() {
      return metric.equals("time");
    }

    /** Whether forks of both sides were compared. */
    boolean measured() {
      return !Double.isNaN(spread);
    }

    /** Class and method without the package, and the parameters. */
    String shortName() {
      String[] parts = benchmark.split("\\.", -1);
      int last = parts.length - 1;
      String name = last == 0 ? benchmark : parts[last - 1] + "." + parts[last];
      return params.isEmpty() ? name : name + " (" + params + ")";
    }
  }

  Evaluation {
    judgements = List.copyOf(judgements);
  }

  /**
   * Reads a file.
   *
   * @throws IllegalStateException where it does not exist, or a judgement has no effect
   */
  static Evaluation of(Path file) throws IOException {
    try (Reader json = Files.newBufferedReader(file)) {
      return read(json);
    } catch (NoSuchFileException e) {
      throw new IllegalStateException("The build wrote no " + file + "; see above.", e);
    }
  }

  static Evaluation read(Reader json) throws IOException {
    Map<String, String> values = scalars(json);
    List<Judgement> judgements = new ArrayList<>();
    while (values.containsKey(at(judgements.size(), "benchmark"))) {
      judgements.add(judgement(values, judgements.size()));
    }
    return new Evaluation(values.getOrDefault("/decision/outcome", MISSING), judgements);
  }

  private static Judgement judgement(Map<String, String> values, int index) {
    String effect = values.get(at(index, "effect"));
    if (effect == null) {
      throw new IllegalStateException(
          "evaluation.json has no %s, expected one for each judgement"
              .formatted(at(index, "effect")));
    }
    return new Judgement(
        values.get(at(index, "benchmark")),
        params(values, at(index, "params/")),
        values.getOrDefault(at(index, "metric/name"), MISSING),
        values.getOrDefault(at(index, "verdict"), MISSING),
        effect,
        values.getOrDefault(at(index, "reason"), ""),
        Double.parseDouble(values.getOrDefault(at(index, "change/baseline/spread"), "NaN")));
  }

  private static String params(Map<String, String> values, String prefix) {
    return values.keySet().stream()
        .filter(pointer -> pointer.startsWith(prefix))
        .sorted()
        .map(pointer -> pointer.substring(prefix.length()) + "=" + values.get(pointer))
        .reduce((left, right) -> left + ", " + right)
        .orElse("");
  }

  private static String at(int index, String field) {
    return "/judgements/" + index + "/" + field;
  }

  private static Map<String, String> scalars(Reader json) throws IOException {
    Map<String, String> values = new HashMap<>();
    try (JsonParser parser = new JsonFactory().createParser(json)) {
      while (parser.nextToken() != null) {
        if (parser.currentToken().isScalarValue()) {
          values.put(parser.getParsingContext().pathAsPointer().toString(), parser.getText());
        }
      }
    }
    return values;
  }
}
