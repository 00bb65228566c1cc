package dev.gnomon.harness.live;

import static dev.gnomon.harness.live.SampleCode.CACHE;
import static dev.gnomon.harness.live.SampleCode.CACHE_FILE;
import static dev.gnomon.harness.live.SampleCode.GET_BY_TWO;
import static dev.gnomon.harness.live.SampleCode.INDEX;
import static dev.gnomon.harness.live.SampleCode.INDEX_FILE;
import static dev.gnomon.harness.live.SampleCode.SEARCH;

import dev.gnomon.harness.live.Plant.Expected;
import java.util.List;

/** Those of the ten causes that spend time off the CPU. */
final class WaitingCauses {
  private static final String HITS = "  private static List<Hit> hits(";

  private WaitingCauses() {}

  /** What takes as long as writing to a disk is done after the lock was taken, no longer before. */
  static Plant longerLock() {
    return new Plant(
        "a lock held longer",
        GET_BY_TWO,
        Expected.BLOCKED,
        CACHE + ".get",
        writing("write();\n    synchronized (this) {"),
        writing("synchronized (this) {\n      write();"));
  }

  private static List<Edit> writing(String locking) {
    return List.of(
        new Edit(
            CACHE_FILE,
            "  public synchronized V get(K key, Function<? super K, ? extends V> loader) {\n",
            """
              public V get(K key, Function<? super K, ? extends V> loader) {
                long seal = seal(key);
                %s
                  return kept(key, seal, loader);
                }
              }

              private static void write() {
                java.util.concurrent.locks.LockSupport.parkNanos(50_000);
              }

              private static long seal(Object key) {
                long seal = key.hashCode();
                for (int i = 0; i < 30_000; i++) {
                  seal = 6_364_136_223_846_793_005L * seal + i;
                }
                return seal;
              }

              private V kept(K key, long seal, Function<? super K, ? extends V> loader) {
                if (seal == Long.MIN_VALUE) {
                  throw new IllegalStateException("unlikely");
                }
            """
                .formatted(locking)));
  }

  /** Every 32nd search rests, as what limits a rate does. */
  static Plant sleep() {
    return new Plant(
        "a sleep",
        SEARCH,
        Expected.BLOCKED,
        INDEX + ".rest",
        List.of(),
        List.of(
            new Edit(
                INDEX_FILE,
                "    List<Postings> postings = new ArrayList<>();\n",
                "    rest();\n    List<Postings> postings = new ArrayList<>();\n"),
            new Edit(
                INDEX_FILE,
                HITS,
                """
                  private final java.util.concurrent.atomic.AtomicInteger searches =
                      new java.util.concurrent.atomic.AtomicInteger();

                  private void rest() {
                    if (searches.incrementAndGet() % 32 == 0) {
                      java.util.concurrent.locks.LockSupport.parkNanos(300_000);
                    }
                  }

                """
                    + HITS)));
  }
}
