package dev.gnomon.profile.jfr;

import dev.gnomon.profile.Frame;
import dev.gnomon.profile.Profile;
import dev.gnomon.profile.ProfileEvent;
import dev.gnomon.profile.Stack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;

/**
 * A recording, read by the JDK's own reader: the samples of each event that it holds. Recordings of
 * async-profiler and of the JVM itself have the same form.
 *
 * @param profiles by event; weights are ns, or bytes for {@link ProfileEvent#ALLOC}; samples of
 *     time whose interval is not told weigh 1
 * @param intervalNs interval of the samples of time on the CPU, 0 where it is not told
 */
public record JfrRecording(Map<ProfileEvent, Profile> profiles, long intervalNs) {
  private static final long LARGEST_FILE = 256L << 20;
  private static final int MOST_EVENTS = 5_000_000;
  private static final int MOST_STACKS = 100_000;

  public JfrRecording {
    profiles = Collections.unmodifiableMap(new EnumMap<>(profiles));
  }

  /**
   * Reads a recording.
   *
   * @param file foreign; at most 256 MiB and five million events, of which the first 100,000
   *     different stacks are kept and the others counted as skipped
   * @throws IOException where it is none, is damaged, or passes a limit
   */
  public static JfrRecording read(Path file) throws IOException {
    if (Files.size(file) > LARGEST_FILE) {
      throw new IOException("it has " + Files.size(file) + " bytes, expected at most 256 MiB");
    }
    try (RecordingFile recording = new RecordingFile(file)) {
      return read(recording);
    } catch (RuntimeException | OutOfMemoryError | StackOverflowError e) {
      // The reader trusts lengths and references in the file, which may say anything.
      throw new IOException("it is damaged: " + e, e);
    }
  }

  private static JfrRecording read(RecordingFile recording) throws IOException {
    Sums sums = new Sums();
    for (int events = 0; recording.hasMoreEvents(); events++) {
      if (events == MOST_EVENTS) {
        throw new IOException("it has more than " + MOST_EVENTS + " events");
      }
      sums.add(recording.readEvent());
    }
    return sums.recording();
  }

  /** What was read so far. */
  private static final class Sums {
    private final Map<ProfileEvent, Map<Stack, Long>> samples = new EnumMap<>(ProfileEvent.class);
    private final Map<ProfileEvent, Long> skipped = new EnumMap<>(ProfileEvent.class);
    private final JfrFrames frames = new JfrFrames();
    private final JfrInterval interval = new JfrInterval();

    void add(RecordedEvent event) {
      interval.add(event);
      Optional<JfrSample> sample = JfrSample.of(event);
      if (sample.isEmpty()) {
        return;
      }
      ProfileEvent kind = sample.get().event();
      List<Frame> stack = frames.of(sample.get());
      Map<Stack, Long> stacks = samples.computeIfAbsent(kind, k -> new HashMap<>());
      if (stack.isEmpty() || stacks.size() >= MOST_STACKS) {
        skipped.merge(kind, 1L, Long::sum);
      } else {
        stacks.merge(new Stack(stack), sample.get().weight(), JfrRecording::add);
      }
    }

    JfrRecording recording() {
      Map<ProfileEvent, Profile> profiles = new EnumMap<>(ProfileEvent.class);
      long each = interval.ns();
      samples.forEach(
          (event, stacks) ->
              profiles.put(
                  event,
                  new Profile(
                      event == ProfileEvent.CPU || event == ProfileEvent.WALL
                          ? weighed(stacks, Math.max(1, each))
                          : stacks,
                      skipped.getOrDefault(event, 0L))));
      return new JfrRecording(profiles, each);
    }

    private static Map<Stack, Long> weighed(Map<Stack, Long> stacks, long each) {
      Map<Stack, Long> weighed = new HashMap<>();
      stacks.forEach((stack, count) -> weighed.put(stack, JfrRecording.times(count, each)));
      return weighed;
    }
  }

  /** Foreign weights must not wrap around. */
  private static long add(long a, long b) {
    return Math.min(Long.MAX_VALUE / (1 << 20), a + b);
  }

  private static long times(long count, long each) {
    return (long) Math.min(Long.MAX_VALUE / (double) (1 << 20), (double) count * each);
  }
}
