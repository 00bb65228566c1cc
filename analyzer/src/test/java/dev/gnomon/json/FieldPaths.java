package dev.gnomon.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** The paths of all fields in a document, as its documentation writes them. */
final class FieldPaths {
  /** Objects whose names are data. */
  private static final Set<String> MAPS = Set.of("params", "secondary");

  /** Objects that are documented in a table of their own. */
  private static final Set<String> TABLES = Set.of("warmup", "iterations");

  private final SortedSet<String> paths = new TreeSet<>();
  private final SortedSet<String> columns = new TreeSet<>();

  static FieldPaths of(byte[] json) throws IOException {
    FieldPaths found = new FieldPaths();
    try (JsonParser parser =
        new JsonFactory().createParser(new String(json, StandardCharsets.US_ASCII))) {
      parser.nextToken();
      found.object(parser, "", "", found.paths);
    }
    return found;
  }

  SortedSet<String> paths() {
    return paths;
  }

  SortedSet<String> columns() {
    return columns;
  }

  private void object(JsonParser parser, String path, String name, Set<String> into)
      throws IOException {
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String field = MAPS.contains(name) ? "<name>" : parser.currentName();
      parser.nextToken();
      value(parser, path.isEmpty() ? field : path + "." + field, field, into);
    }
  }

  private void value(JsonParser parser, String path, String name, Set<String> into)
      throws IOException {
    if (parser.currentToken() == JsonToken.START_OBJECT) {
      boolean table = TABLES.contains(name);
      if (table) {
        into.add(path);
      }
      object(parser, table ? "" : path, name, table ? columns : into);
    } else if (parser.currentToken() == JsonToken.START_ARRAY) {
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        value(parser, into == columns ? path : path + "[]", name, into);
      }
    } else {
      into.add(path);
    }
  }
}
