package dev.gnomon.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.gnomon.json.UnreadableException.Kind;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads JSON values: objects as maps in their order, arrays of numbers as {@code double[]}, other
 * arrays as lists, whole numbers that fit as {@code Long}, others as {@code Double}.
 */
final class ValueReader {
  private final JsonParser parser;
  private int values;
  private int arraysOfNumbers;

  ValueReader(JsonParser parser) {
    this.parser = parser;
  }

  Map<String, Object> newObject() {
    return new LinkedHashMap<>();
  }

  /** The value that starts with the current token. */
  Object value(JsonToken token) throws IOException {
    if (++values > Limits.VALUES) {
      throw new UnreadableException(
          Kind.HOSTILE, "it holds more than " + Limits.VALUES + " values");
    }
    return switch (token) {
      case START_OBJECT -> object();
      case START_ARRAY -> array();
      case VALUE_STRING -> parser.getText();
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number();
      case VALUE_TRUE, VALUE_FALSE -> token == JsonToken.VALUE_TRUE;
      case VALUE_NULL -> null;
      default -> throw new UnreadableException(Kind.DAMAGED, "it is not valid JSON");
    };
  }

  private Map<String, Object> object() throws IOException {
    Map<String, Object> fields = newObject();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      fields.put(name, value(parser.nextToken()));
    }
    return fields;
  }

  private Object array() throws IOException {
    JsonToken token = parser.nextToken();
    if (token.isNumeric()) {
      // Three of four are free: a histogram consists of little else.
      values -= ++arraysOfNumbers % 4 == 0 ? 0 : 1;
      return numbers(token);
    }
    List<Object> items = new ArrayList<>();
    for (; token != JsonToken.END_ARRAY; token = parser.nextToken()) {
      items.add(value(token));
    }
    return items;
  }

  private Object numbers(JsonToken first) throws IOException {
    double[] numbers = new double[16];
    int size = 0;
    JsonToken token = first;
    for (; token.isNumeric(); token = parser.nextToken()) {
      if (size == numbers.length) {
        numbers = Arrays.copyOf(numbers, 2 * size);
      }
      numbers[size++] = finite(parser.getDoubleValue());
    }
    double[] exact = Arrays.copyOf(numbers, size);
    return token == JsonToken.END_ARRAY ? exact : mixed(exact, token);
  }

  /** An array that started with numbers and goes on with something else: JMH's {@code "NaN"}. */
  private List<Object> mixed(double[] start, JsonToken next) throws IOException {
    List<Object> items = new ArrayList<>();
    for (double number : start) {
      items.add(number);
    }
    for (JsonToken token = next; token != JsonToken.END_ARRAY; token = parser.nextToken()) {
      items.add(value(token));
    }
    return items;
  }

  private Object number() throws IOException {
    JsonParser.NumberType type = parser.getNumberType();
    boolean whole = type == JsonParser.NumberType.INT || type == JsonParser.NumberType.LONG;
    return whole ? (Object) parser.getLongValue() : (Object) finite(parser.getDoubleValue());
  }

  private double finite(double value) throws IOException {
    if (!Double.isFinite(value)) {
      throw new UnreadableException(
          Kind.HOSTILE, "the number " + Shown.quoted(parser.getText()) + " is beyond any double");
    }
    return value;
  }
}
