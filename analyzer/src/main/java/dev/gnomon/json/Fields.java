package dev.gnomon.json;

import dev.gnomon.json.UnreadableException.Kind;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The fields of one untrusted JSON object, by name and type. A field that is missing or has another
 * type makes the document invalid, and the message names its path.
 */
public final class Fields {
  private final String path;
  private final Map<String, Object> values;
  private final Set<String> taken = new HashSet<>();

  Fields(String path, Map<String, Object> values) {
    this.path = path;
    this.values = values;
  }

  static Fields of(Object object) {
    return new Fields("", mapOf(object));
  }

  static List<Fields> all(Object array) {
    return new Fields("", Map.of("", array)).objects("");
  }

  /**
   * Makes a value of these fields, and checks that none was left over.
   *
   * @throws UnreadableException {@code INVALID} if the value refuses what it was given
   */
  <T> T as(Function<Fields, T> reader) {
    T value = lenientlyAs(reader);
    for (String name : values.keySet()) {
      if (!taken.contains(name)) {
        throw invalid(where(name) + " is not a field of this format");
      }
    }
    return value;
  }

  /** As {@link #as}, where a foreign format may have more fields than are of interest. */
  public <T> T lenientlyAs(Function<Fields, T> reader) {
    try {
      return reader.apply(this);
    } catch (IllegalArgumentException | ArithmeticException e) {
      throw new UnreadableException(
          Kind.INVALID, (path.isEmpty() ? "" : path + ": ") + Shown.plain(e.getMessage()), e);
    }
  }

  /** Whether a field is there at all. */
  public boolean has(String name) {
    return values.containsKey(name);
  }

  /** Names of all fields, in the document's order. */
  public List<String> names() {
    return List.copyOf(values.keySet());
  }

  /** A text, which must be there. */
  public String text(String name) {
    return required(name, String.class, "a text");
  }

  /** A text, if the field is there and not null. */
  public Optional<String> textIfAny(String name) {
    return values.get(name) != null ? Optional.of(text(name)) : Optional.empty();
  }

  /** A truth value, which must be there. */
  public boolean flag(String name) {
    return required(name, Boolean.class, "true or false");
  }

  /** A whole number, which must be there. */
  public long whole(String name) {
    return required(name, Long.class, "a whole number");
  }

  /** A whole number that fits an int. */
  public int count(String name) {
    long value = whole(name);
    if (value != (int) value) {
      throw expected(name, value, "a number below " + Integer.MAX_VALUE);
    }
    return (int) value;
  }

  /** A number, or one of the texts {@code "NaN"}, {@code "Infinity"}, {@code "-Infinity"}. */
  public double real(String name) {
    return Reals.of(required(name, Object.class, "a number"))
        .orElseThrow(() -> expected(name, values.get(name), "a number"));
  }

  /** As {@link #real}; empty where the field is missing or null. */
  public OptionalDouble realIfAny(String name) {
    return values.get(name) == null ? OptionalDouble.empty() : OptionalDouble.of(real(name));
  }

  /** A constant of an enum by its name. */
  <E extends Enum<E>> E constant(String name, Class<E> type) {
    String text = text(name);
    for (E constant : type.getEnumConstants()) {
      if (constant.name().equals(text)) {
        return constant;
      }
    }
    throw expected(name, text, "one of " + List.of(type.getEnumConstants()));
  }

  /** A time such as {@code 2026-11-01T12:00:00Z}. */
  Instant instant(String name) {
    String text = text(name);
    try {
      return Instant.parse(text);
    } catch (DateTimeException e) {
      throw expected(name, text, "a time such as 2026-11-01T12:00:00Z");
    }
  }

  /** An object, which must be there. */
  public Fields object(String name) {
    return new Fields(where(name), map(name));
  }

  /** An object, if the field is there. */
  public Optional<Fields> objectIfAny(String name) {
    return has(name) ? Optional.of(object(name)) : Optional.empty();
  }

  /** The objects of an array. */
  public List<Fields> objects(String name) {
    List<?> items = list(name);
    List<Fields> objects = new ArrayList<>(items.size());
    for (int i = 0; i < items.size(); i++) {
      String item = name + "[" + i + "]";
      if (!(items.get(i) instanceof Map<?, ?>)) {
        throw expected(item, items.get(i), "an object");
      }
      objects.add(new Fields(where(item), mapOf(items.get(i))));
    }
    return objects;
  }

  /** The texts of an array. */
  List<String> texts(String name) {
    List<String> texts = new ArrayList<>();
    for (Object item : list(name)) {
      if (!(item instanceof String text)) {
        throw expected(name, item, "texts only");
      }
      texts.add(text);
    }
    return texts;
  }

  /** The numbers of an array, with the texts that {@link #real} knows. */
  public double[] reals(String name) {
    Object value = required(name, Object.class, "numbers");
    return Reals.all(value).orElseThrow(() -> expected(name, value, "an array of numbers"));
  }

  /** The arrays of numbers in an array of arrays. */
  public List<double[]> realLists(String name) {
    List<double[]> lists = new ArrayList<>();
    for (Object item : list(name)) {
      lists.add(Reals.all(item).orElseThrow(() -> expected(name, item, "arrays of numbers")));
    }
    return lists;
  }

  /** An object whose values are texts, sorted by name. */
  public SortedMap<String, String> textsByName(String name) {
    SortedMap<String, String> texts = new TreeMap<>();
    Fields object = object(name);
    object.names().forEach(key -> texts.put(key, object.text(key)));
    return texts;
  }

  /** The items of an array, as they are: maps, lists, arrays of numbers, texts, numbers. */
  public List<?> list(String name) {
    Object value = required(name, Object.class, "an array");
    if (value instanceof double[] numbers) {
      return Arrays.stream(numbers).boxed().toList();
    }
    if (!(value instanceof List<?> items)) {
      throw expected(name, value, "an array");
    }
    return items;
  }

  private Map<String, Object> map(String name) {
    if (!(required(name, Object.class, "an object") instanceof Map<?, ?> map)) {
      throw expected(name, values.get(name), "an object");
    }
    return mapOf(map);
  }

  @SuppressWarnings("unchecked") // the reader makes no maps but of this type
  private static Map<String, Object> mapOf(Object map) {
    return (Map<String, Object>) map;
  }

  private <T> T required(String name, Class<T> type, String expected) {
    taken.add(name);
    Object value = values.get(name);
    if (!type.isInstance(value)) {
      throw has(name) ? expected(name, value, expected) : invalid(where(name) + " is missing");
    }
    return type.cast(value);
  }

  private String where(String name) {
    return path.isEmpty() ? name : path + "." + name;
  }

  UnreadableException expected(String name, Object found, String expected) {
    return invalid(where(name) + " is " + Shown.of(found) + ", expected " + expected);
  }

  private static UnreadableException invalid(String what) {
    return new UnreadableException(Kind.INVALID, Shown.plain(what));
  }
}
