package dev.gnomon.maven.config;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** One word of a fixed set, in any case. */
public final class Choice {
  private Choice() {}

  /**
   * Reads a constant of an enum.
   *
   * @param absent what holds where nothing is set
   */
  public static <E extends Enum<E>> E read(Setting setting, Class<E> type, E absent) {
    return setting.value().map(text -> find(setting, type, text)).orElse(absent);
  }

  private static <E extends Enum<E>> E find(Setting setting, Class<E> type, String text) {
    return Arrays.stream(type.getEnumConstants())
        .filter(constant -> word(constant).equals(text.toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(
            () ->
                setting.invalid(
                    "one of "
                        + Arrays.stream(type.getEnumConstants())
                            .map(Choice::word)
                            .collect(Collectors.joining(", "))));
  }

  /** The word for a constant, as it is written in a POM. */
  public static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
