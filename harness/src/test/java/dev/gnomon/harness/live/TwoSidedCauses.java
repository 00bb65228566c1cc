package dev.gnomon.harness.live;

import static dev.gnomon.harness.live.SampleCode.INDEX_FILE;
import static dev.gnomon.harness.live.SampleCode.SEARCH;
import static dev.gnomon.harness.live.SampleCode.TOKENIZER;
import static dev.gnomon.harness.live.SampleCode.TOKENIZER_FILE;
import static dev.gnomon.harness.live.SampleCode.WORDS;

import dev.gnomon.harness.live.Plant.Expected;
import java.util.List;

/** Those of the ten causes that need other code on both sides, to differ in the cause alone. */
final class TwoSidedCauses {
  private static final String CONSTRUCTOR = "  private Tokenizer() {}\n";

  private TwoSidedCauses() {}

  /** What a letter is, is asked of one class on one side and of four on the other. */
  static Plant megamorphicCall() {
    return new Plant(
        "a lost inlining",
        WORDS,
        Expected.FRAME,
        TOKENIZER + ".words",
        asking("new Plain(), new Plain(), new Plain(), new Plain()"),
        asking("new Plain(), new Latin(), new Greek(), new Other()"));
  }

  private static List<Edit> asking(String alphabets) {
    return List.of(
        new Edit(
            TOKENIZER_FILE,
            "Character.isLetterOrDigit(character)",
            "ALPHABETS[at & 3].has(character)"),
        new Edit(
            TOKENIZER_FILE,
            CONSTRUCTOR,
            """
              private static final Alphabet[] ALPHABETS = {%s};

              private interface Alphabet {
                boolean has(int character);
              }
            %s%s%s%s
              private Tokenizer() {}
            """
                .formatted(
                    alphabets,
                    alphabet("Plain"),
                    alphabet("Latin"),
                    alphabet("Greek"),
                    alphabet("Other"))));
  }

  private static String alphabet(String name) {
    return """

      private static final class %s implements Alphabet {
        @Override
        public boolean has(int character) {
          return Character.isLetterOrDigit(character);
        }
      }
    """
        .formatted(name);
  }

  /** Whether a text has any word is asked of a pattern that is kept, or made anew. */
  static Plant regexpPerCall() {
    return new Plant(
        "a regexp compiled per call",
        WORDS,
        Expected.FRAME,
        TOKENIZER + ".isBlank",
        blank("BLANK.matcher(text).matches()"),
        blank("text.toString().matches(NO_WORD)"));
  }

  private static List<Edit> blank(String answer) {
    String list = "    List<String> words = new ArrayList<>();\n";
    return List.of(
        new Edit(
            TOKENIZER_FILE,
            list,
            """
                if (isBlank(text)) {
                  return List.of();
                }
            """
                + list),
        new Edit(
            TOKENIZER_FILE,
            CONSTRUCTOR,
            """
              private static final String NO_WORD =
                  "(?i)(?:\\\\s|\\\\p{Punct}|\\\\p{Cntrl}|n/a|none|null|undefined"
                      + "|[0-9]{4}-[0-9]{2}-[0-9]{2}(?:T[0-9]{2}:[0-9]{2})?"
                      + "|(?:https?|ftp)://[^\\\\s]+|&(?:nbsp|amp|lt|gt|quot);)*";
              private static final java.util.regex.Pattern BLANK =
                  java.util.regex.Pattern.compile(NO_WORD);

              private Tokenizer() {}

              private static boolean isBlank(CharSequence text) {
                return %s;
              }
            """
                .formatted(answer)));
  }

  /**
   * Two methods do the same, the first more of it or the second: a chain of dependent
   * multiplications, which takes as long however it is compiled.
   */
  static Plant movedCost() {
    return new Plant(
        "a cost moved",
        SEARCH,
        Expected.NO_BLAME,
        "",
        multiplying("check(size, 24_000) + mark(size, 8_000)"),
        multiplying("check(size, 8_000) + mark(size, 24_000)"));
  }

  private static List<Edit> multiplying(String work) {
    String sort = "    hits.sort(BEST_FIRST);\n";
    String hits = "  private static List<Hit> hits(";
    return List.of(
        new Edit(
            INDEX_FILE,
            sort,
            """
                int size = hits.size();
                if (%s == Long.MIN_VALUE) {
                  throw new IllegalStateException("unlikely");
                }
            """
                    .formatted(work)
                + sort),
        new Edit(INDEX_FILE, hits, chainOf("check") + chainOf("mark") + hits));
  }

  private static String chainOf(String method) {
    return """
      private static long %s(int size, int times) {
        long seal = size;
        for (int time = 0; time < times; time++) {
          seal = 6_364_136_223_846_793_005L * seal + time;
        }
        return seal;
      }

    """
        .formatted(method);
  }
}
