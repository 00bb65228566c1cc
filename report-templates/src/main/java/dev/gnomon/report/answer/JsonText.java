package dev.gnomon.report.answer;

import dev.gnomon.query.Answer;
import java.util.ArrayList;
import java.util.List;

/** An array of objects in ASCII, one a line; columns of one name are told apart by a number. */
public final class JsonText {
  private JsonText() {}

  static String of(Answer answer) {
    List<String> names = distinct(answer.columns());
    StringBuilder out = new StringBuilder("[");
    for (int i = 0; i < answer.rows().size(); i++) {
      out.append(i == 0 ? "\n  {" : ",\n  {");
      List<Object> row = answer.rows().get(i);
      for (int j = 0; j < row.size(); j++) {
        out.append(j == 0 ? "" : ", ").append(names.get(j)).append(": ").append(value(row.get(j)));
      }
      out.append('}');
    }
    return out.append(answer.rows().isEmpty() ? "]\n" : "\n]\n").toString();
  }

  private static List<String> distinct(List<String> columns) {
    List<String> names = new ArrayList<>();
    for (String column : columns) {
      String name = string(column);
      for (int i = 2; names.contains(name); i++) {
        name = string(column + "_" + i);
      }
      names.add(name);
    }
    return names;
  }

  private static String value(Object value) {
    if (value == null || (value instanceof Double d && !Double.isFinite(d))) {
      return "null";
    }
    return value instanceof Number || value instanceof Boolean
        ? value.toString()
        : string(value.toString());
  }

  /** A string in quotes, ASCII only. */
  public static String string(String text) {
    StringBuilder out = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        out.append('\\').append(c);
      } else if (c < ' ' || c > '~' || c == '<') {
        out.append("\\u%04x".formatted((int) c));
      } else {
        out.append(c);
      }
    }
    return out.append('"').toString();
  }
}
