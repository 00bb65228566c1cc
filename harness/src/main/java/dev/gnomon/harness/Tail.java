package dev.gnomon.harness;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** The last lines that a fork printed; bounded, however much it prints. */
final class Tail {
  private static final int MOST_LINES = 40;
  private static final int MOST_BYTES = 2_000;

  private final Deque<String> lines = new ArrayDeque<>();
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();

  synchronized void write(int octet) {
    if (octet == '\n') {
      endLine();
    } else if (line.size() < MOST_BYTES) {
      line.write(octet);
    }
  }

  synchronized void write(String text) {
    for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
      write(octet);
    }
  }

  synchronized List<String> lines() {
    endLine();
    return new ArrayList<>(lines);
  }

  private void endLine() {
    String text = line.toString(StandardCharsets.UTF_8).stripTrailing();
    line.reset();
    // JMH's own headings say nothing about a failure.
    if (!text.isEmpty() && !text.startsWith("# ")) {
      lines.addLast(text);
      if (lines.size() > MOST_LINES) {
        lines.removeFirst();
      }
    }
  }
}
