package dev.gnomon.json;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Doubles in JSON, which has no word for those that are no numbers: they are written as texts. */
final class Reals {
  private Reals() {}

  static OptionalDouble of(Object value) {
    if (value instanceof Number number) {
      return OptionalDouble.of(number.doubleValue());
    }
    if (!(value instanceof String text)) {
      return OptionalDouble.empty();
    }
    return switch (text) {
      case "NaN" -> OptionalDouble.of(Double.NaN);
      case "Infinity", "+Infinity", "INF", "+INF" -> OptionalDouble.of(Double.POSITIVE_INFINITY);
      case "-Infinity", "-INF" -> OptionalDouble.of(Double.NEGATIVE_INFINITY);
      default -> OptionalDouble.empty();
    };
  }

  static Optional<double[]> all(Object array) {
    if (array instanceof double[] numbers) {
      return Optional.of(numbers);
    }
    if (!(array instanceof List<?> items)) {
      return Optional.empty();
    }
    double[] numbers = new double[items.size()];
    for (int i = 0; i < numbers.length; i++) {
      OptionalDouble number = of(items.get(i));
      if (number.isEmpty()) {
        return Optional.empty();
      }
      numbers[i] = number.getAsDouble();
    }
    return Optional.of(numbers);
  }
}
