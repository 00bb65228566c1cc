package dev.gnomon.sample.index;

import java.util.Arrays;

/** The documents that contain one word, ascending, and how often each does. */
final class Postings {
  private int[] documents = new int[4];
  private int[] occurrences = new int[4];
  private int size;

  int size() {
    return size;
  }

  int document(int position) {
    return documents[position];
  }

  int occurrences(int position) {
    return occurrences[position];
  }

  /** Counts the word once more in a document, which must not come before the last one. */
  void count(int document) {
    if (size > 0 && documents[size - 1] == document) {
      occurrences[size - 1]++;
      return;
    }
    if (size == documents.length) {
      documents = Arrays.copyOf(documents, 2 * size);
      occurrences = Arrays.copyOf(occurrences, 2 * size);
    }
    documents[size] = document;
    occurrences[size] = 1;
    size++;
  }

  /** The documents that are in both lists, with the occurrences of both. */
  Postings and(Postings other) {
    Postings both = new Postings();
    int here = 0;
    int there = 0;
    while (here < size && there < other.size) {
      int order = Integer.compare(documents[here], other.documents[there]);
      if (order == 0) {
        both.append(documents[here], occurrences[here] + other.occurrences[there]);
      }
      here += order <= 0 ? 1 : 0;
      there += order >= 0 ? 1 : 0;
    }
    return both;
  }

  private void append(int document, int count) {
    count(document);
    occurrences[size - 1] = count;
  }
}
