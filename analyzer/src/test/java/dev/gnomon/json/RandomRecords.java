package dev.gnomon.json;

import dev.gnomon.model.BenchmarkId;
import dev.gnomon.model.ForkPlan;
import dev.gnomon.model.Iteration;
import dev.gnomon.stats.ConfidenceInterval;
import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Makes records with every component filled at random, so that a component that a codec forgets
 * cannot go unseen. Texts are hostile.
 */
public final class RandomRecords {
  private static final List<String> HOSTILE =
      List.of(
          "plain",
          "",
          "\"quoted\" \\ 'single'",
          "<script>alert(1)</script>&amp;",
          "two\nlines\r\n\ttab\u0000nul\u001b[31m",
          "\u2028\u2029\ufeff",
          "lone \ud800 and \udc00",
          "pair \ud83d\ude00",
          "../../etc/passwd",
          "C:\\Users\\CON",
          "'; DROP TABLE runs; --",
          "ü".repeat(300));

  private final Random random;
  private final int largest;

  /** Lists have up to {@code largest} entries, and at least one. */
  public RandomRecords(long seed, int largest) {
    this.random = new Random(seed);
    this.largest = largest;
  }

  /** A random record of a type. */
  public <T extends Record> T record(Class<T> type) {
    return type.cast(value(type, ""));
  }

  private Object value(Type type, String name) {
    if (type instanceof ParameterizedType generic) {
      return container(generic, name);
    }
    Class<?> wanted = (Class<?>) type;
    if (wanted == ConfidenceInterval.class) {
      return interval();
    }
    if (wanted.isRecord()) {
      return filled(wanted);
    }
    if (wanted.isEnum()) {
      Object[] constants = wanted.getEnumConstants();
      return constants[random.nextInt(constants.length)];
    }
    return scalar(wanted, name);
  }

  private Object filled(Class<?> type) {
    RecordComponent[] parts = type.getRecordComponents();
    Object[] values = new Object[parts.length];
    for (int i = 0; i < parts.length; i++) {
      boolean free = type != Iteration.class && type != ForkPlan.class;
      values[i] = value(parts[i].getGenericType(), free ? parts[i].getName() : "measured");
    }
    try {
      Class<?>[] types =
          Arrays.stream(parts).map(RecordComponent::getType).toArray(Class<?>[]::new);
      Constructor<?> constructor = type.getDeclaredConstructor(types);
      return constructor.newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(type + " refuses " + Arrays.toString(values), e);
    }
  }

  private Object container(ParameterizedType type, String name) {
    Type[] parts = type.getActualTypeArguments();
    if (type.getRawType() == Optional.class) {
      return Optional.of(value(parts[0], name));
    }
    int size = 1 + random.nextInt(largest);
    if (type.getRawType() == SortedMap.class || type.getRawType() == Map.class) {
      SortedMap<String, Object> map = new TreeMap<>();
      for (int i = 0; i < size; i++) {
        map.put(text() + i, value(parts[1], name));
      }
      return map;
    }
    List<Object> list = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      list.add(value(parts[0], name));
    }
    return list;
  }

  private Object scalar(Class<?> type, String name) {
    if (type == String.class) {
      return List.of("benchmark", "name", "metric").contains(name) ? unique() : text();
    }
    if (type == boolean.class) {
      return random.nextBoolean();
    }
    if (type == int.class) {
      return 1 + random.nextInt(100_000);
    }
    if (type == long.class) {
      return name.equals("seed") ? random.nextLong() : 1 + random.nextLong(1L << 53);
    }
    if (type == double.class || type == Double.class) {
      return real(name);
    }
    if (type == Instant.class) {
      return Instant.ofEpochSecond(random.nextInt(Integer.MAX_VALUE), random.nextInt(1_000_000));
    }
    if (type == Duration.class) {
      return Duration.ofNanos(random.nextLong(1L << 53));
    }
    if (type == LocalDate.class) {
      return LocalDate.ofEpochDay(random.nextInt(40_000));
    }
    throw new AssertionError("no random " + type);
  }

  /** Fractions in (0, 1) where the records ask for one; elsewhere any double at all. */
  private double real(String name) {
    if (List.of("threshold", "alpha", "level", "floor", "upTo", "q", "share").contains(name)) {
      return 0.001 + 0.99 * random.nextDouble();
    }
    if (List.of("measured", "baseline", "candidate").contains(name)) {
      return Math.abs(random.nextGaussian()) * Math.pow(10, random.nextInt(18) - 3);
    }
    return switch (random.nextInt(8)) {
      case 0 -> Double.NaN;
      case 1 -> Double.NEGATIVE_INFINITY;
      case 2 -> -0.0;
      case 3 -> Double.MIN_VALUE;
      case 4 -> random.nextInt();
      case 5 -> Double.MAX_VALUE;
      default -> random.nextGaussian() * Math.pow(10, random.nextInt(40) - 20);
    };
  }

  private ConfidenceInterval interval() {
    double lower = random.nextBoolean() ? Double.NEGATIVE_INFINITY : -random.nextDouble();
    return new ConfidenceInterval(lower, random.nextDouble(), 0.5 + random.nextDouble() / 2);
  }

  private String text() {
    return HOSTILE.get(random.nextInt(HOSTILE.size()));
  }

  /** Names that must differ within a list; {@link BenchmarkId} wants them not blank. */
  private String unique() {
    return "a.b." + Long.toHexString(random.nextLong()) + text();
  }
}
