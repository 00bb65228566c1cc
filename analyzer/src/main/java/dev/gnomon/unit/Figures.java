package dev.gnomon.unit;

import java.util.Locale;

/** Prints numbers for people: with their unit, and with no more digits than they deserve. */
public final class Figures {
  private static final String[] TIMES = {"ns", "µs", "ms", "s"};
  private static final String[] BYTES = {"B", "kB", "MB", "GB"};
  private static final double FEWEST_SCALED_BYTES = 100_000;
  private static final double STEP = 1000;
  private static final int DIGITS = 3;

  private Figures() {}

  /**
   * A relative change with its sign: {@code +14.3 %}, {@code −0.4 %}, {@code +250 %}.
   *
   * @param relative 0.143 for 14.3 %; NaN prints as {@code ?}
   */
  public static String change(double relative) {
    return signedNumber(relative) + " %";
  }

  /** A relative change without unit and space, for ranges: {@code +12.6}. */
  public static String signedNumber(double relative) {
    String digits = percentDigits(Math.abs(relative));
    boolean zero = digits.chars().allMatch(c -> c == '0' || c == '.');
    return (zero ? "±" : relative < 0 ? "−" : "+") + digits;
  }

  /** A share or limit: {@code 3 %}, {@code 0.5 %}, {@code 14.3 %}. */
  public static String percent(double share) {
    return plain(100 * share, DIGITS) + " %";
  }

  /**
   * A value with its unit; times are scaled: {@code 812 ns/op}, {@code 1.24 ms/op}, {@code 24
   * B/op}.
   */
  public static String quantity(double value, String unit) {
    return scaled(value, value, unit) + " " + scaledUnit(value, unit);
  }

  /** As {@link #quantity}, with a digit more: for values that stand side by side. */
  public static String precise(double value, String unit) {
    return plain(value / Math.pow(STEP, scale(value, unit)), DIGITS + 1)
        + " "
        + scaledUnit(value, unit);
  }

  /** A value with its error, in one unit and to the same digit: {@code 114 ± 9 ns/op}. */
  public static String withError(double value, double error, String unit) {
    return together(value, " ± ", error, value, unit);
  }

  /** Two values in one unit: {@code 812 → 928 ns/op}. */
  public static String pair(double from, double to, String unit) {
    return together(from, " → ", to, Math.max(Math.abs(from), Math.abs(to)), unit);
  }

  /** Both in the unit and the digits of the leading one: 2.41 → 2.40, but 812 → 928 and 1 → 2. */
  private static String together(
      double left, String between, double right, double leading, String unit) {
    double divisor = Math.pow(STEP, scale(leading, unit));
    int decimals = decimals(leading / divisor, DIGITS);
    String first = fixed(left / divisor, decimals);
    String second = fixed(right / divisor, decimals);
    while (first.indexOf('.') >= 0 && first.endsWith("0") && second.endsWith("0")) {
      decimals--;
      first = fixed(left / divisor, decimals);
      second = fixed(right / divisor, decimals);
    }
    return first + between + second + " " + scaledUnit(leading, unit);
  }

  private static String percentDigits(double relative) {
    double percent = 100 * relative;
    if (Double.isNaN(percent)) {
      return "?";
    }
    if (Double.isInfinite(percent)) {
      return "∞";
    }
    return String.format(Locale.ROOT, percent >= 99.95 ? "%.0f" : "%.1f", percent);
  }

  private static String scaled(double value, double leading, String unit) {
    return plain(value / Math.pow(STEP, scale(leading, unit)), DIGITS);
  }

  private static String scaledUnit(double leading, String unit) {
    int scale = scale(leading, unit);
    if (unit.startsWith("ns")) {
      return TIMES[scale] + unit.substring(2);
    }
    return scale == 0 ? unit : BYTES[scale] + unit.substring(1);
  }

  private static int scale(double leading, String unit) {
    boolean time = unit.startsWith("ns");
    boolean bytes = unit.equals("B") || unit.startsWith("B/");
    int scale = 0;
    double left = Math.abs(leading);
    // Small sizes are exact, and people know them by heart: 1024 B stays what it is.
    if (bytes && left < FEWEST_SCALED_BYTES) {
      return 0;
    }
    // What would print as 1000 belongs to the next unit.
    while ((time || bytes) && left >= STEP - 0.5 && scale < TIMES.length - 1) {
      left /= STEP;
      scale++;
    }
    return scale;
  }

  /** So many significant digits, whole digits always, no zeros at the end. */
  private static String plain(double value, int significant) {
    String digits = fixed(value, decimals(value, significant));
    return digits.indexOf('.') < 0
        ? digits
        : digits.replaceAll("0+$", "").replaceAll("\\.$", "").replaceAll("^−0$", "0");
  }

  private static int decimals(double value, int significant) {
    double size = Math.abs(value);
    int whole = size < 1 ? 1 : (int) Math.floor(Math.log10(size)) + 1;
    return Double.isFinite(size) ? Math.max(0, significant - whole) : 0;
  }

  private static String fixed(double value, int decimals) {
    if (!Double.isFinite(value)) {
      return Double.isNaN(value) ? "?" : value < 0 ? "−∞" : "∞";
    }
    String digits = String.format(Locale.ROOT, "%." + decimals + "f", Math.abs(value));
    boolean zero = digits.chars().allMatch(c -> c == '0' || c == '.');
    return (value < 0 && !zero ? "−" : "") + digits;
  }
}
