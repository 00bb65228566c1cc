package dev.gnomon.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import dev.gnomon.json.UnreadableException.Kind;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipException;

/** Reads an untrusted JSON document, plain or gzipped, within the {@link Limits}. */
public final class JsonDocument {
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(Limits.DEPTH)
                  .maxStringLength(Limits.TEXT)
                  .maxNameLength(Limits.NAME)
                  .maxNumberLength(Limits.DIGITS)
                  .build())
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .disable(StreamReadFeature.AUTO_CLOSE_SOURCE)
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
          .build();

  private final String schema;
  private final Set<String> wanted;

  private JsonDocument(String schema, Set<String> wanted) {
    this.schema = schema;
    this.wanted = wanted;
  }

  /**
   * Reads a document that says what it is.
   *
   * @param in untrusted bytes, plain or gzipped
   * @param schema name and version that it must have, {@code gnomon-run/1}
   * @throws UnreadableException if it cannot be read, or is something else
   */
  static Fields read(InputStream in, String schema) {
    return new JsonDocument(schema, Set.of()).object(in);
  }

  /** Reads no further than needed to know these fields; the others are left out. */
  static Fields readStart(InputStream in, String schema, Set<String> wanted) {
    return new JsonDocument(schema, wanted).object(in);
  }

  /**
   * Reads a document that is an array of objects, as JMH writes it.
   *
   * @param in untrusted bytes, plain or gzipped
   * @throws UnreadableException if it cannot be read, or is something else
   */
  public static List<Fields> readArray(InputStream in) {
    return new JsonDocument("", Set.of())
        .guarded(
            in,
            (parser, token) -> {
              if (token != JsonToken.START_ARRAY) {
                throw new UnreadableException(Kind.FOREIGN, "it is not a JSON array");
              }
              Object array = new ValueReader(parser).value(token);
              noMore(parser);
              return Fields.all(array);
            });
  }

  /**
   * Reads a document that is an object of a foreign format, without a schema of ours.
   *
   * @param in untrusted bytes, plain or gzipped
   * @throws UnreadableException if it cannot be read, or is something else
   */
  public static Fields readForeign(InputStream in) {
    return new JsonDocument("", Set.of())
        .guarded(
            in,
            (parser, token) -> {
              if (token != JsonToken.START_OBJECT) {
                throw new UnreadableException(Kind.FOREIGN, "it is no JSON object");
              }
              Object object = new ValueReader(parser).value(token);
              noMore(parser);
              return Fields.of(object);
            });
  }

  /**
   * All bytes of a document, unzipped where they are zipped, and not looked into.
   *
   * @throws UnreadableException where they are too many or their compression is broken
   */
  public static byte[] unzipped(InputStream in) {
    return bounded(in, BoundedInput::readAllBytes);
  }

  private Fields object(InputStream in) {
    return guarded(
        in,
        (parser, token) -> {
          if (token != JsonToken.START_OBJECT) {
            throw new UnreadableException(Kind.FOREIGN, foreign(token));
          }
          return new Fields("", fields(parser));
        });
  }

  private Map<String, Object> fields(JsonParser parser) throws IOException {
    ValueReader values = new ValueReader(parser);
    Map<String, Object> fields = values.newObject();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      Object value = values.value(parser.nextToken());
      fields.put(name, value);
      if (name.equals("schema")) {
        Schema.check(value, schema);
      }
      if (!wanted.isEmpty() && fields.keySet().containsAll(wanted)) {
        break;
      }
    }
    Schema.check(fields.remove("schema"), schema);
    if (wanted.isEmpty()) {
      noMore(parser);
    } else {
      fields.keySet().retainAll(wanted);
    }
    return fields;
  }

  private static void noMore(JsonParser parser) throws IOException {
    if (parser.nextToken() != null) {
      throw new UnreadableException(Kind.DAMAGED, "something follows the end of the document");
    }
  }

  private static String foreign(JsonToken token) {
    return token == JsonToken.START_ARRAY
        ? "it is a JSON array, as JMH writes its results"
        : "it is no JSON object";
  }

  @FunctionalInterface
  private interface Reading<T> {
    T of(JsonParser parser, JsonToken first) throws IOException;
  }

  @FunctionalInterface
  private interface BytesReading<T> {
    T of(BoundedInput bytes) throws IOException;
  }

  private <T> T guarded(InputStream in, Reading<T> reading) {
    return bounded(
        in,
        bytes -> {
          try (JsonParser parser = JSON.createParser((InputStream) bytes)) {
            return parsed(parser, bytes, reading);
          }
        });
  }

  private static <T> T bounded(InputStream in, BytesReading<T> reading) {
    try {
      return reading.of(BoundedInput.of(in));
    } catch (EOFException e) {
      throw new UnreadableException(Kind.TRUNCATED, "it breaks off", e);
    } catch (ZipException e) {
      throw new UnreadableException(Kind.DAMAGED, "its compression is broken", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private <T> T parsed(JsonParser parser, BoundedInput bounded, Reading<T> reading)
      throws IOException {
    JsonToken first = firstToken(parser);
    try {
      return reading.of(parser, first);
    } catch (StreamConstraintsException e) {
      throw new UnreadableException(Kind.HOSTILE, e.getOriginalMessage(), e);
    } catch (JsonProcessingException e) {
      if (bounded.ended()) { // the parser asked for more, so what it has is good so far
        throw new UnreadableException(Kind.TRUNCATED, "it breaks off" + at(e), e);
      }
      throw new UnreadableException(Kind.DAMAGED, "it is not valid JSON" + at(e), e);
    }
  }

  private static JsonToken firstToken(JsonParser parser) throws IOException {
    JsonToken first;
    try {
      first = parser.nextToken();
    } catch (JsonProcessingException e) {
      throw new UnreadableException(Kind.FOREIGN, "it is not JSON", e);
    }
    if (first == null) {
      throw new UnreadableException(Kind.TRUNCATED, UnreadableException.EMPTY);
    }
    return first;
  }

  private static String at(JsonProcessingException e) {
    return e.getLocation() == null
        ? ""
        : " at line " + e.getLocation().getLineNr() + ", column " + e.getLocation().getColumnNr();
  }
}
