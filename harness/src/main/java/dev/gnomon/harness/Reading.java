package dev.gnomon.harness;

import java.util.Map;
import java.util.TreeMap;

/**
 * The counters at one instant. All times are nanoseconds; {@link #UNKNOWN} where a counter can't be
 * read.
 */
final class Reading {
  static final long UNKNOWN = -1;

  final Map<String, Long> counters = new TreeMap<>();
  Map<Integer, Task> tasks = Map.of();
  Map<Long, Long> workerCpu = Map.of();
  Map<Long, Long> allocated = Map.of();
  java.util.Set<Integer> workers = java.util.Set.of();
  int workerThreads;
  long frequency = UNKNOWN;

  /**
   * What one thread was given since it began.
   *
   * @param name the first 15 characters of its name
   * @param onCpu time on a CPU
   * @param delay time waiting for one
   */
  record Task(String name, long onCpu, long delay) {}

  /** The increase of each counter since an earlier reading; the workers are those known now. */
  Map<String, Long> since(Reading before) {
    Map<String, Long> figures = new TreeMap<>();
    counters.forEach(
        (name, after) -> figures.put(name, difference(before.counters.get(name), after)));
    figures.put("frequency", frequency);
    figures.put("alloc", allocated.isEmpty() ? UNKNOWN : increase(before.allocated, allocated));
    if (!tasks.isEmpty()) {
      fromTasks(before, figures);
    } else {
      fromJvm(before, figures);
    }
    return figures;
  }

  private void fromTasks(Reading before, Map<String, Long> figures) {
    long onCpu = 0;
    long delay = 0;
    long other = 0;
    long jitDelay = 0;
    for (Map.Entry<Integer, Task> entry : tasks.entrySet()) {
      Task after = entry.getValue();
      // A thread that was not there before started from zero.
      Task earlier = before.tasks.getOrDefault(entry.getKey(), new Task("", 0, 0));
      long ran = after.onCpu() - earlier.onCpu();
      long waited = after.delay() - earlier.delay();
      if (workers.contains(entry.getKey())) {
        onCpu += ran;
        delay += waited;
      } else {
        other += ran;
        jitDelay += Accounts.isCompiler(after.name()) ? waited : 0;
      }
    }
    boolean found = !workers.isEmpty();
    figures.put("workers", (long) workers.size());
    figures.put("onCpu", found ? onCpu : UNKNOWN);
    figures.put("delay", found ? delay : UNKNOWN);
    figures.put("other", found ? other : UNKNOWN);
    figures.put("jitDelay", jitDelay);
  }

  private void fromJvm(Reading before, Map<String, Long> figures) {
    figures.put("workers", (long) workerThreads);
    figures.put("onCpu", workerThreads > 0 ? increase(before.workerCpu, workerCpu) : UNKNOWN);
  }

  /** Over the threads that live now; one that was not there before started from zero. */
  private static long increase(Map<Long, Long> before, Map<Long, Long> after) {
    long increase = 0;
    for (Map.Entry<Long, Long> entry : after.entrySet()) {
      increase += entry.getValue() - before.getOrDefault(entry.getKey(), 0L);
    }
    return Math.max(0, increase);
  }

  private static long difference(Long before, long after) {
    return before == null || before == UNKNOWN || after == UNKNOWN
        ? UNKNOWN
        : Math.max(0, after - before);
  }
}
