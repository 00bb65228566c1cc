package dev.gnomon.measure.process;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One message between this JVM and the host: a kind and named fields. The host has its own writer
 * of the same format, because the two jars share no code. What it sends is untrusted, so sizes are
 * bounded.
 *
 * @param kind what the message is
 * @param fields its fields in order
 */
record Frame(String kind, Map<String, String> fields) {
  private static final int MOST_FIELDS = 100_000;
  private static final int MOST_BYTES = 1 << 22;

  static Frame of(String kind) {
    return new Frame(kind, new LinkedHashMap<>());
  }

  Frame with(String name, Object value) {
    fields.put(name, String.valueOf(value));
    return this;
  }

  Frame withAll(String prefix, List<String> values) {
    for (int i = 0; i < values.size(); i++) {
      with(prefix + i, values.get(i));
    }
    return this;
  }

  String text(String name) {
    return fields.getOrDefault(name, "");
  }

  /** A whole number; the given one where the field is missing. */
  long number(String name, long otherwise) throws IOException {
    String value = text(name);
    try {
      return value.isEmpty() ? otherwise : Long.parseLong(value);
    } catch (NumberFormatException e) {
      throw new IOException(kind + "." + name + " is no whole number", e);
    }
  }

  /** A number, NaN where the field is missing. */
  double decimal(String name) throws IOException {
    String value = text(name);
    try {
      return value.isEmpty() ? Double.NaN : Double.parseDouble(value);
    } catch (NumberFormatException e) {
      throw new IOException(kind + "." + name + " is no number", e);
    }
  }

  List<String> list(String prefix) {
    List<String> values = new ArrayList<>();
    for (int i = 0; fields.containsKey(prefix + i); i++) {
      values.add(fields.get(prefix + i));
    }
    return values;
  }

  /** Fields whose names begin with the prefix, by the rest of their names. */
  Map<String, String> below(String prefix) {
    Map<String, String> below = new LinkedHashMap<>();
    fields.forEach(
        (name, value) -> {
          if (name.startsWith(prefix)) {
            below.put(name.substring(prefix.length()), value);
          }
        });
    return below;
  }

  void write(DataOutputStream out) throws IOException {
    writeText(out, kind);
    out.writeInt(fields.size());
    for (Map.Entry<String, String> field : fields.entrySet()) {
      writeText(out, field.getKey());
      writeText(out, field.getValue());
    }
    out.flush();
  }

  static Frame read(DataInputStream in) throws IOException {
    Frame frame = of(readText(in));
    int size = in.readInt();
    if (size < 0 || size > MOST_FIELDS) {
      throw new IOException("the host sent a message of " + size + " fields");
    }
    for (int i = 0; i < size; i++) {
      String name = readText(in);
      frame.fields.put(name, readText(in));
    }
    return frame;
  }

  private static void writeText(DataOutputStream out, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  private static String readText(DataInputStream in) throws IOException {
    int length = in.readInt();
    if (length < 0 || length > MOST_BYTES) {
      throw new IOException("the host sent a text of " + length + " bytes");
    }
    return new String(in.readNBytes(length), StandardCharsets.UTF_8);
  }
}
