package dev.gnomon.query;

import java.util.Objects;

/**
 * A column of a view.
 *
 * @param name its name in SQL
 * @param type its type in SQL
 * @param meaning what it holds, its unit, and when it is NULL
 */
public record Column(String name, String type, String meaning) {
  public Column {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(meaning, "meaning");
  }
}
