package dev.gnomon.report.answer;

import dev.gnomon.report.text.Visible;
import java.math.BigDecimal;

/** A value as a reader sees it. */
final class Cell {
  private static final int LONGEST = 200;

  private Cell() {}

  /** One line, harmless on a terminal; empty for NULL. */
  static String shown(Object value) {
    return value == null ? "" : Visible.line(plain(value), LONGEST);
  }

  /** The value itself, numbers without an exponent where that is short. */
  static String plain(Object value) {
    if (value instanceof Double number && Double.isFinite(number)) {
      double size = Math.abs(number);
      if (size == 0 || (size >= 1e-6 && size < 1e15)) {
        return new BigDecimal(number.toString()).stripTrailingZeros().toPlainString();
      }
    }
    return String.valueOf(value);
  }
}
