package dev.gnomon.profile;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads collapsed stacks: {@code outer;inner 12}, one stack a line. The text is foreign; what is
 * beyond a limit is skipped and counted, never an error, since a profile only explains a verdict.
 */
public final class CollapsedReader {
  private static final int LONGEST_LINE = 1 << 18;
  private static final int MOST_FRAMES = 512;
  private static final int MOST_STACKS = 100_000;
  private static final long MOST_CHARACTERS = 64L << 20;
  private static final long MOST_SAMPLES = 1L << 40;

  private final Map<Stack, Long> samples = new HashMap<>();

  /** Most frames repeat, and are kept once. */
  private final Map<String, Frame> frames = new HashMap<>();

  private long skipped;

  private CollapsedReader() {}

  /**
   * Reads a profile to its end, or to the most that is read of one.
   *
   * @param in UTF-8, not closed
   * @throws IOException if it cannot be read
   */
  public static Profile read(InputStream in) throws IOException {
    CollapsedReader reader = new CollapsedReader();
    reader.lines(new InputStreamReader(in, StandardCharsets.UTF_8));
    return new Profile(reader.samples, reader.skipped);
  }

  private void lines(Reader in) throws IOException {
    char[] buffer = new char[1 << 14];
    StringBuilder line = new StringBuilder();
    long seen = 0;
    int count = in.read(buffer);
    while (count >= 0 && seen <= MOST_CHARACTERS) {
      for (int i = 0; i < count; i++) {
        if (buffer[i] == '\n') {
          line(line);
          line.setLength(0);
        } else if (line.length() <= LONGEST_LINE) {
          line.append(buffer[i]);
        }
      }
      seen += count;
      count = in.read(buffer);
    }
    line(line);
  }

  private void line(StringBuilder line) {
    int end = line.length();
    while (end > 0 && Character.isWhitespace(line.charAt(end - 1))) {
      end--;
    }
    if (end == 0) {
      return;
    }
    int space = line.lastIndexOf(" ", end - 1);
    long count = space <= 0 ? 0 : number(line.substring(space + 1, end));
    List<Frame> stack = space <= 0 ? List.of() : frames(line.substring(0, space));
    if (count <= 0 || stack.isEmpty() || line.length() > LONGEST_LINE || full()) {
      skipped++;
      return;
    }
    samples.merge(new Stack(stack), count, Profile::add);
  }

  private boolean full() {
    return samples.size() >= MOST_STACKS;
  }

  private List<Frame> frames(String text) {
    List<Frame> stack = new ArrayList<>();
    int start = 0;
    while (start <= text.length() && stack.size() < MOST_FRAMES) {
      int end = text.indexOf(';', start);
      int stop = end < 0 ? text.length() : end;
      if (stop > start) {
        String raw = text.substring(start, Math.min(stop, start + FrameNames.LONGEST + 4));
        stack.add(frames.computeIfAbsent(raw, FrameNames::parse));
      }
      start = stop + 1;
    }
    return stack;
  }

  /** A count from 1 to {@value #MOST_SAMPLES}, or 0 where it is none. */
  private static long number(String text) {
    if (text.length() > 13) {
      return 0;
    }
    try {
      long count = Long.parseLong(text);
      return count > MOST_SAMPLES ? 0 : count;
    } catch (NumberFormatException e) {
      return 0;
    }
  }
}
