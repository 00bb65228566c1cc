package dev.gnomon.sample;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Made-up text whose words are as unevenly frequent as those of a natural language. Always the
 * same, so that every fork of every run works on equal data.
 */
public final class Corpus {
  private static final int VOCABULARY = 2_000;
  private static final List<String> SYLLABLES =
      List.of("ba", "ke", "li", "mo", "nu", "ra", "se", "ti", "vo", "zu");

  private Corpus() {}

  /** Documents of so many words each. */
  public static List<String> documents(int count, int words) {
    SplittableRandom random = new SplittableRandom(1);
    return Stream.generate(() -> sentence(random, words)).limit(count).toList();
  }

  /** One text of so many words. */
  public static String text(int words) {
    return sentence(new SplittableRandom(2), words);
  }

  /** Queries of two words, one of them frequent. */
  public static List<String> queries(int count) {
    SplittableRandom random = new SplittableRandom(3);
    return Stream.generate(() -> word(random.nextInt(4)) + " " + word(32 + random.nextInt(32)))
        .limit(count)
        .toList();
  }

  /** Different words, the frequent ones first. */
  public static List<String> words(int count) {
    return IntStream.range(0, count).mapToObj(Corpus::word).toList();
  }

  private static String sentence(SplittableRandom random, int words) {
    return Stream.generate(() -> word(rank(random)))
        .limit(words)
        .collect(Collectors.joining(" ", "", "."));
  }

  /** Zipf's law: the n-th word of a language is about n times as rare as the first. */
  private static int rank(SplittableRandom random) {
    return (int) Math.pow(VOCABULARY, random.nextDouble()) - 1;
  }

  private static String word(int rank) {
    StringBuilder word = new StringBuilder();
    for (int rest = rank + SYLLABLES.size(); rest > 0; rest /= SYLLABLES.size()) {
      word.append(SYLLABLES.get(rest % SYLLABLES.size()));
    }
    return word.toString();
  }
}
