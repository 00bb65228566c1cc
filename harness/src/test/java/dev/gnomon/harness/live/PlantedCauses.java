package dev.gnomon.harness.live;

import static dev.gnomon.harness.live.SampleCode.BETWEEN;
import static dev.gnomon.harness.live.SampleCode.DISTANCE;
import static dev.gnomon.harness.live.SampleCode.DISTANCE_FILE;
import static dev.gnomon.harness.live.SampleCode.SEARCH;
import static dev.gnomon.harness.live.SampleCode.TOKENIZER;
import static dev.gnomon.harness.live.SampleCode.TOKENIZER_FILE;
import static dev.gnomon.harness.live.SampleCode.WORDS;

import dev.gnomon.harness.live.Plant.Expected;
import java.util.List;

/**
 * Ten causes whose explanation is known. Each costs a part of its benchmark that is large enough to
 * be asked about, and leaves the results as they are.
 */
final class PlantedCauses {
  private PlantedCauses() {}

  static List<Plant> all() {
    return List.of(
        hotterLoop(),
        newCallee(),
        boxing(),
        biggerCopy(),
        TwoSidedCauses.megamorphicCall(),
        TwoSidedCauses.regexpPerCall(),
        WaitingCauses.longerLock(),
        WaitingCauses.sleep(),
        TwoSidedCauses.movedCost(),
        nothing());
  }

  /** Case is ignored, letter by letter, in the innermost loop. */
  private static Plant hotterLoop() {
    Edit edit =
        new Edit(
            DISTANCE_FILE,
            "left.charAt(line - 1) == right.charAt(column - 1)",
            """
            Character.toLowerCase(Character.toUpperCase(left.charAt(line - 1)))
                    == Character.toLowerCase(Character.toUpperCase(right.charAt(column - 1)))\
            """);
    return new Plant(
        "a hotter loop", BETWEEN, Expected.FRAME, DISTANCE + ".distance", List.of(), List.of(edit));
  }

  /** Every word loses its ending. */
  private static Plant newCallee() {
    Edit call = new Edit(TOKENIZER_FILE, "words.add(word.toString())", "words.add(stem(word))");
    Edit method =
        new Edit(
            TOKENIZER_FILE,
            "  private Tokenizer() {}\n",
            """
              private static final List<String> ENDINGS = List.of("ing", "ed", "er", "ly", "s");

              private Tokenizer() {}

              private static String stem(StringBuilder word) {
                String whole = word.toString();
                for (String ending : ENDINGS) {
                  if (whole.endsWith(ending)) {
                    return whole.substring(0, whole.length() - ending.length());
                  }
                }
                return whole;
              }
            """);
    return new Plant(
        "a new callee",
        WORDS,
        Expected.FRAME,
        TOKENIZER + ".stem",
        List.of(),
        List.of(call, method));
  }

  /** Every line's last cost is kept, as an object in a list. */
  private static Plant boxing() {
    Edit list =
        new Edit(
            DISTANCE_FILE,
            "    int[] row = new int[right.length() + 1];\n",
            """
                java.util.List<Double> costs = new java.util.ArrayList<>();
                int[] row = new int[right.length() + 1];
            """);
    Edit noted =
        new Edit(
            DISTANCE_FILE,
            "      int diagonal = row[0];\n",
            """
                  costs.add((double) row[right.length()]);
                  int diagonal = row[0];
            """);
    Edit read =
        new Edit(
            DISTANCE_FILE,
            "    return row[right.length()];\n",
            "    return costs.size() > 1_000_000 ? costs.get(7).intValue() : row[right.length()];\n");
    return new Plant(
        "a boxing allocation",
        BETWEEN,
        Expected.ALLOCATING_FRAME,
        DISTANCE + ".distance",
        List.of(),
        List.of(list, noted, read));
  }

  /** Each word is put into a list with much more room than it needs. */
  private static Plant biggerCopy() {
    Edit edit =
        new Edit(
            TOKENIZER_FILE,
            "      words.add(word.toString());\n",
            """
                  List<String> room = new ArrayList<>(java.util.Collections.nCopies(12, ""));
                  room.set(0, word.toString());
                  words.add(room.get(0));
            """);
    return new Plant(
        "a bigger collection copy",
        WORDS,
        Expected.FRAME,
        TOKENIZER + ".finish",
        List.of(),
        List.of(edit));
  }

  private static Plant nothing() {
    return new Plant("nothing at all", SEARCH, Expected.NO_BLAME, "", List.of(), List.of());
  }
}
