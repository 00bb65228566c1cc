package dev.gnomon.harness.live;

/** Names of what the sample project has, which plants change and look for. */
final class SampleCode {
  static final String DISTANCE = "dev.gnomon.sample.text.EditDistance";
  static final String DISTANCE_FILE = file(DISTANCE);
  static final String BETWEEN = DISTANCE + "Benchmark.between";

  static final String TOKENIZER = "dev.gnomon.sample.text.Tokenizer";
  static final String TOKENIZER_FILE = file(TOKENIZER);
  static final String WORDS = TOKENIZER + "Benchmark.words";

  static final String INDEX = "dev.gnomon.sample.index.TextIndex";
  static final String INDEX_FILE = file(INDEX);
  static final String SEARCH = INDEX + "Benchmark.search";

  static final String CACHE = "dev.gnomon.sample.cache.LruCache";
  static final String CACHE_FILE = file(CACHE);
  static final String GET_BY_TWO = CACHE + "Benchmark.getByTwoThreads";

  private SampleCode() {}

  private static String file(String type) {
    return "main/java/" + type.replace('.', '/') + ".java";
  }
}
