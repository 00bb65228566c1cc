package dev.gnomon.gate;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import dev.gnomon.problem.ProblemException;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The reviewed file of acceptances, {@code .perf/accepted.json}: an array of objects with the
 * fields {@code benchmark, metric, upTo, reason, author, acceptedOn, expiresOn}, all required. It
 * works on text; reading and writing the file is left to the caller.
 */
public final class AcceptanceFile {

  /** The most text that is read, in characters. */
  public static final int LONGEST = 1_000_000;

  private static final String CODE = "acceptance-file-unreadable";
  private static final Set<String> FIELDS =
      Set.of("benchmark", "metric", "upTo", "reason", "author", "acceptedOn", "expiresOn");
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(3).build())
          .build();

  private final String name;

  private AcceptanceFile(String name) {
    this.name = name;
  }

  /**
   * Reads acceptances.
   *
   * @param text the whole file, untrusted; blank for none
   * @param name what messages call the file, usually its path
   * @throws ProblemException {@code acceptance-file-unreadable}
   */
  public static List<Acceptance> read(String text, String name) {
    return new AcceptanceFile(name).read(text);
  }

  /** Writes acceptances, in their order, with line feeds; reading gives them back. */
  public static String write(List<Acceptance> accepted) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(text)) {
      DefaultIndenter lines = new DefaultIndenter("  ", "\n");
      json.setPrettyPrinter(
          new DefaultPrettyPrinter().withArrayIndenter(lines).withObjectIndenter(lines));
      json.writeStartArray();
      for (Acceptance acceptance : accepted) {
        write(json, acceptance);
      }
      json.writeEndArray();
      json.writeRaw('\n');
    } catch (IOException e) {
      throw new UncheckedIOException("text in memory cannot fail", e);
    }
    return text.toString();
  }

  private static void write(JsonGenerator json, Acceptance acceptance) throws IOException {
    json.writeStartObject();
    json.writeStringField("benchmark", acceptance.benchmark());
    json.writeStringField("metric", acceptance.metric());
    json.writeNumberField("upTo", acceptance.upTo());
    json.writeStringField("reason", acceptance.reason());
    json.writeStringField("author", acceptance.author());
    json.writeStringField("acceptedOn", acceptance.acceptedOn().toString());
    json.writeStringField("expiresOn", acceptance.expiresOn().toString());
    json.writeEndObject();
  }

  private List<Acceptance> read(String text) {
    if (text.length() > LONGEST) {
      throw problem("it has " + text.length() + " characters, expected at most " + LONGEST, null);
    }
    List<Acceptance> accepted = new ArrayList<>();
    if (text.isBlank()) {
      return accepted;
    }
    try (JsonParser json = JSON.createParser(text)) {
      expect(json.nextToken() == JsonToken.START_ARRAY, json, "it does not start with [");
      while (json.nextToken() == JsonToken.START_OBJECT) {
        accepted.add(acceptance(json, accepted.size() + 1));
      }
      expect(
          json.currentToken() == JsonToken.END_ARRAY && json.nextToken() == null,
          json,
          "it holds something else than a list of objects");
    } catch (IOException e) {
      throw problem("it is not JSON: " + firstLine(e), e);
    }
    return List.copyOf(accepted);
  }

  private Acceptance acceptance(JsonParser json, int number) throws IOException {
    Map<String, String> fields = new LinkedHashMap<>();
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String field = json.currentName();
      expect(FIELDS.contains(field), json, "entry " + number + " has an unknown field " + field);
      expect(
          json.nextToken().isScalarValue(),
          json,
          "entry " + number + ": " + field + " is no value");
      expect(
          fields.put(field, json.getText()) == null,
          json,
          "entry " + number + " has the field " + field + " twice");
    }
    for (String field : FIELDS.stream().sorted().toList()) {
      expect(fields.containsKey(field), json, "entry " + number + " lacks the field " + field);
    }
    try {
      return new Acceptance(
          fields.get("benchmark"),
          fields.get("metric"),
          Double.parseDouble(fields.get("upTo")),
          fields.get("reason"),
          fields.get("author"),
          LocalDate.parse(fields.get("acceptedOn")),
          LocalDate.parse(fields.get("expiresOn")));
    } catch (IllegalArgumentException | DateTimeException e) {
      throw problem("entry " + number + ": " + e.getMessage(), e);
    }
  }

  private void expect(boolean holds, JsonParser json, String found) {
    if (!holds) {
      throw problem(found + " (line " + json.currentTokenLocation().getLineNr() + ")", null);
    }
  }

  private ProblemException problem(String found, Exception cause) {
    return new ProblemException(
        CODE,
        "%s cannot be read: %s. Expected a JSON list of objects with %s."
            .formatted(name, found, String.join(", ", FIELDS.stream().sorted().toList())),
        cause);
  }

  private static String firstLine(Exception e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
  }
}
