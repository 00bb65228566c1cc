package dev.gnomon.sample.text;

/**
 * How many characters must be inserted, removed or replaced to turn one word into another
 * (Levenshtein's distance).
 */
public final class EditDistance {
  private EditDistance() {}

  /**
   * The distance between two words: 0 for equal ones, at most the length of the longer.
   *
   * @param left one word
   * @param right the other; swapping the two gives the same distance
   */
  public static int between(String left, String right) {
    int start = commonPrefix(left, right);
    int end = commonSuffix(left, right, start);
    return distance(
        left.substring(start, left.length() - end), right.substring(start, right.length() - end));
  }

  private static int commonPrefix(String left, String right) {
    int shorter = Math.min(left.length(), right.length());
    int length = 0;
    while (length < shorter && left.charAt(length) == right.charAt(length)) {
      length++;
    }
    return length;
  }

  private static int commonSuffix(String left, String right, int prefix) {
    int shorter = Math.min(left.length(), right.length()) - prefix;
    int length = 0;
    while (length < shorter
        && left.charAt(left.length() - 1 - length) == right.charAt(right.length() - 1 - length)) {
      length++;
    }
    return length;
  }

  /** Wagner and Fischer's table, of which only one row is kept. */
  private static int distance(String left, String right) {
    int[] row = new int[right.length() + 1];
    for (int column = 0; column < row.length; column++) {
      row[column] = column;
    }
    for (int line = 1; line <= left.length(); line++) {
      int diagonal = row[0];
      row[0] = line;
      for (int column = 1; column < row.length; column++) {
        int above = row[column];
        int replace = left.charAt(line - 1) == right.charAt(column - 1) ? diagonal : diagonal + 1;
        row[column] = Math.min(replace, Math.min(above, row[column - 1]) + 1);
        diagonal = above;
      }
    }
    return row[right.length()];
  }
}
