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

  /**
   * The documents that are in both lists, with the occurrences of both. Walks this list and skips
   * through the other, so it is cheap where this one is the shorter.
   */
  Postings and(Postings other) {
    Postings both = new Postings();
    int position = 0;
    for (int here = 0; here < size && position < other.size; here++) {
      position = other.skipTo(documents[here], position);
      if (position < other.size && other.documents[position] == documents[here]) {
        both.append(documents[here], occurrences[here] + other.occurrences[position]);
      }
    }
    return both;
  }

  /** The first position from {@code start} on whose document is at least the one given. */
  private int skipTo(int document, int start) {
    int step = 1;
    int low = start;
    int high = start;
    while (high < size && documents[high] < document) {
      low = high + 1;
      high += step;
      step *= 2;
    }
    int found = Arrays.binarySearch(documents, low, Math.min(high, size), document);
    return found >= 0 ? found : -found - 1;
  }

  private void append(int document, int count) {
    count(document);
    occurrences[size - 1] = count;
  }
}
