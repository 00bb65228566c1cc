package dev.gnomon.query;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What a question was answered.
 *
 * @param columns names of the columns
 * @param rows their values: null, Boolean, Number or String
 * @param more whether there were more rows than the limit
 */
public record Answer(List<String> columns, List<List<Object>> rows, boolean more) {
  public Answer {
    columns = List.copyOf(columns);
    rows = rows.stream().map(row -> Collections.unmodifiableList(new ArrayList<>(row))).toList();
  }

  /** Whether a column holds numbers, and something at all. */
  public boolean numeric(int column) {
    boolean some = false;
    for (List<Object> row : rows) {
      Object value = row.get(column);
      if (value != null && !(value instanceof Number)) {
        return false;
      }
      some |= value != null;
    }
    return some;
  }
}
