package dev.gnomon.report.trend;

import java.util.List;

/**
 * What the profiles say about one benchmark of a change.
 *
 * @param name the benchmark
 * @param sentence the cause
 * @param frames the frames that changed most, {@code ▲ +12 ns/op Tokenizer.next}
 */
public record EventCause(String name, String sentence, List<String> frames) {
  public EventCause {
    frames = List.copyOf(frames);
  }
}
