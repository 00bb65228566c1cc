package dev.gnomon.sample.index;

import dev.gnomon.sample.text.EditDistance;
import dev.gnomon.sample.text.Tokenizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the documents that contain given words. Immutable, so any number of threads may search. */
public final class TextIndex {
  private static final Comparator<Hit> BEST_FIRST =
      Comparator.comparingInt(Hit::occurrences).reversed().thenComparingInt(Hit::document);

  private final Map<String, Postings> postingsOfWord;

  private TextIndex(Map<String, Postings> postingsOfWord) {
    this.postingsOfWord = postingsOfWord;
  }

  /**
   * The documents that contain every word of the query.
   *
   * @param query words in any case and order; one that occurs twice counts once
   * @return most occurrences first, then in the order of documents; empty for a query without words
   */
  public List<Hit> search(String query) {
    List<Postings> postings = new ArrayList<>();
    for (String word : Tokenizer.words(query).stream().distinct().toList()) {
      Postings found = postingsOfWord.get(word);
      if (found == null) {
        return List.of();
      }
      postings.add(found);
    }
    return postings.stream().reduce(Postings::and).map(TextIndex::hits).orElse(List.of());
  }

  /**
   * The indexed word that is most like the one given, for "did you mean".
   *
   * @param word a word, perhaps misspelt
   * @return the nearest by edit distance, the first in alphabetical order where several are; empty
   *     for an empty index
   */
  public Optional<String> nearest(String word) {
    return postingsOfWord.keySet().stream()
        .min(
            Comparator.<String>comparingInt(known -> EditDistance.between(known, word))
                .thenComparing(Comparator.naturalOrder()));
  }

  private static List<Hit> hits(Postings postings) {
    List<Hit> hits = new ArrayList<>(postings.size());
    for (int position = 0; position < postings.size(); position++) {
      hits.add(new Hit(postings.document(position), postings.occurrences(position)));
    }
    hits.sort(BEST_FIRST);
    return List.copyOf(hits);
  }

  /** Collects documents; for one thread at a time. */
  public static final class Builder {
    private Map<String, Postings> postingsOfWord = new HashMap<>();
    private int documents;

    /**
     * Adds a document.
     *
     * @param text what it says
     * @return its number: 0 for the first, then one more each
     */
    public int add(String text) {
      int document = documents++;
      for (String word : Tokenizer.words(text)) {
        postingsOfWord.computeIfAbsent(word, unseen -> new Postings()).count(document);
      }
      return document;
    }

    /** The index of all documents added; the builder is empty again after it. */
    public TextIndex build() {
      TextIndex index = new TextIndex(postingsOfWord);
      postingsOfWord = new HashMap<>();
      documents = 0;
      return index;
    }
  }
}
