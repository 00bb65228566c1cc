package dev.gnomon.harness;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.HashMap;
import java.util.Map;

/**
 * Reads how much the threads of this JVM allocated, all but the one that asks, which only runs
 * JMH's own code. JMH's profiler tells the same, but up to version 1.36 it sleeps half a second
 * after each iteration, within the window of the accounts.
 */
final class Allocation {
  private final com.sun.management.ThreadMXBean threads = find();

  private static com.sun.management.ThreadMXBean find() {
    try {
      ThreadMXBean bean = ManagementFactory.getThreadMXBean();
      return bean instanceof com.sun.management.ThreadMXBean extended
              && extended.isThreadAllocatedMemorySupported()
              && extended.isThreadAllocatedMemoryEnabled()
          ? extended
          : null;
    } catch (LinkageError | UnsupportedOperationException e) {
      // A JVM without this extension; allocation stays unknown.
      return null;
    }
  }

  /** Bytes that each living thread allocated since it began; empty where the JVM does not tell. */
  Map<Long, Long> read() {
    if (threads == null) {
      return Map.of();
    }
    long[] ids = threads.getAllThreadIds();
    long[] bytes = threads.getThreadAllocatedBytes(ids);
    long own = Thread.currentThread().getId();
    Map<Long, Long> all = new HashMap<>();
    for (int i = 0; i < ids.length; i++) {
      if (ids[i] != own && bytes[i] >= 0) {
        all.put(ids[i], bytes[i]);
      }
    }
    return all;
  }
}
