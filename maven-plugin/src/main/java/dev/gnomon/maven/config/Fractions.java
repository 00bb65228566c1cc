package dev.gnomon.maven.config;

import java.util.regex.Pattern;

/** Fractions, written as {@code 3%}, {@code 3 %} or {@code 0.03}. */
public final class Fractions {
  private static final Pattern NUMBER = Pattern.compile("\\d{1,9}(\\.\\d{1,12})?");

  private Fractions() {}

  /**
   * Reads a fraction above zero and below {@code limit}.
   *
   * @param absent what holds where nothing is set
   * @param limit largest fraction allowed, itself excluded
   */
  public static double read(Setting setting, double absent, double limit) {
    return setting.value().map(text -> parse(setting, text, limit)).orElse(absent);
  }

  private static double parse(Setting setting, String text, double limit) {
    boolean percent = text.endsWith("%");
    String digits = percent ? text.substring(0, text.length() - 1).strip() : text;
    double fraction =
        NUMBER.matcher(digits).matches()
            ? Double.parseDouble(digits) / (percent ? 100 : 1)
            : Double.NaN;
    if (fraction > 0 && fraction < limit) {
      return fraction;
    }
    // A bare 3 was most likely meant as three percent: three hundred would never fail anything.
    throw setting.invalid("a percentage such as 3% or a fraction such as 0.03");
  }
}
