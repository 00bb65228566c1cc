package dev.gnomon.harness;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One message between Maven's JVM and the host: a kind and named fields. Lengths stand before
 * contents, so no name or output of a benchmark can end a field early. The other end of the channel
 * has its own reader of the same format, because the two jars share no code.
 */
final class Frame {
  private static final int MOST_FIELDS = 100_000;
  private static final int MOST_BYTES = 1 << 22;

  final String kind;
  private final Map<String, String> fields = new LinkedHashMap<>();

  Frame(String kind) {
    this.kind = kind;
  }

  Frame with(String name, Object value) {
    fields.put(name, String.valueOf(value));
    return this;
  }

  Frame withAll(String prefix, Iterable<?> values) {
    int i = 0;
    for (Object value : values) {
      with(prefix + i++, value);
    }
    return this;
  }

  String text(String name) {
    return fields.getOrDefault(name, "");
  }

  long number(String name) {
    String value = text(name);
    return value.isEmpty() ? 0 : Long.parseLong(value);
  }

  /** The fields named prefix0, prefix1, and so on. */
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
    Frame frame = new Frame(readText(in));
    int size = in.readInt();
    if (size < 0 || size > MOST_FIELDS) {
      throw new IOException("a message of " + size + " fields");
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
      throw new IOException("a text of " + length + " bytes");
    }
    return new String(in.readNBytes(length), StandardCharsets.UTF_8);
  }
}
