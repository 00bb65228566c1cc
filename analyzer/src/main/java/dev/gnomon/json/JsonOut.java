package dev.gnomon.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;

/**
 * Writes JSON in ASCII: lone surrogates and line separators have no other safe form, and the same
 * value gives the same bytes everywhere. (The fast writer of doubles does not depend on the JDK, as
 * {@code Double.toString} did until 19.)
 */
final class JsonOut {
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
          .enable(StreamWriteFeature.STRICT_DUPLICATE_DETECTION)
          .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
          .build();

  /** Beyond this a double no longer holds every whole number. */
  private static final double WHOLE = 1L << 53;

  private final JsonGenerator json;

  private JsonOut(JsonGenerator json) {
    this.json = json;
  }

  static byte[] document(String schema, Consumer<JsonOut> fields) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator json = JSON.createGenerator(bytes)) {
      JsonOut out = new JsonOut(json);
      json.writeStartObject();
      out.text("schema", schema);
      fields.accept(out);
      json.writeEndObject();
      json.writeRaw('\n');
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  @FunctionalInterface
  private interface Writing {
    void write() throws IOException;
  }

  private JsonOut checked(Writing writing) {
    try {
      writing.write();
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  JsonOut text(String name, String value) {
    return checked(() -> json.writeStringField(name, value));
  }

  JsonOut flag(String name, boolean value) {
    return checked(() -> json.writeBooleanField(name, value));
  }

  JsonOut whole(String name, long value) {
    return checked(() -> json.writeNumberField(name, value));
  }

  JsonOut real(String name, double value) {
    return checked(
        () -> {
          json.writeFieldName(name);
          number(value);
        });
  }

  JsonOut object(String name, Consumer<JsonOut> fields) {
    return checked(
        () -> {
          json.writeObjectFieldStart(name);
          fields.accept(this);
          json.writeEndObject();
        });
  }

  <T> JsonOut objects(String name, List<T> items, BiConsumer<JsonOut, T> write) {
    return checked(
        () -> {
          json.writeArrayFieldStart(name);
          for (T item : items) {
            json.writeStartObject();
            write.accept(this, item);
            json.writeEndObject();
          }
          json.writeEndArray();
        });
  }

  JsonOut texts(String name, List<String> items) {
    return checked(
        () -> {
          json.writeArrayFieldStart(name);
          for (String item : items) {
            json.writeString(item);
          }
          json.writeEndArray();
        });
  }

  JsonOut textsByName(String name, Map<String, String> items) {
    return object(name, out -> items.forEach(out::text));
  }

  JsonOut reals(String name, double[] items) {
    return array(name, write -> Arrays.stream(items).forEach(write));
  }

  JsonOut realLists(String name, List<List<Double>> lists) {
    return checked(
        () -> {
          json.writeArrayFieldStart(name);
          for (List<Double> list : lists) {
            json.writeStartArray();
            for (double item : list) {
              number(item);
            }
            json.writeEndArray();
          }
          json.writeEndArray();
        });
  }

  private JsonOut array(String name, Consumer<DoubleConsumer> items) {
    return checked(
        () -> {
          json.writeArrayFieldStart(name);
          items.accept(item -> checked(() -> number(item)));
          json.writeEndArray();
        });
  }

  /** Whole numbers without a fraction, to keep columns short; what is no number as a text. */
  private void number(double value) throws IOException {
    boolean negativeZero = Double.doubleToRawLongBits(value) == Double.doubleToRawLongBits(-0.0);
    if (value == Math.rint(value) && Math.abs(value) < WHOLE && !negativeZero) {
      json.writeNumber((long) value);
    } else if (Double.isFinite(value)) {
      json.writeNumber(value);
    } else {
      json.writeString(Double.toString(value));
    }
  }
}
