package dev.gnomon.profile;

import java.util.List;

/**
 * One stack as it was sampled.
 *
 * @param frames outermost frame first; at least one
 */
public record Stack(List<Frame> frames) {
  public Stack {
    frames = List.copyOf(frames);
    if (frames.isEmpty()) {
      throw new IllegalArgumentException("a stack without frames, expected at least one");
    }
  }
}
