package dev.gnomon.sample.cache;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;

/** One cache shared by all threads: how long single calls take, and what a second thread costs. */
@State(Scope.Benchmark)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(5)
@Warmup(iterations = 10, time = 200, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 10, time = 200, timeUnit = TimeUnit.MILLISECONDS)
public class LruCacheBenchmark {
  private static final int CAPACITY = 1_024;

  private final LruCache<Integer, String> cache = new LruCache<>(CAPACITY, Duration.ofHours(1));

  /** Which key a thread asks for next: most are kept, some are not, as in use. */
  @State(Scope.Thread)
  public static class Keys {
    private int last;

    Integer next() {
      // A full cycle through 16 bits that jumps about.
      last = (last * 25_173 + 13_849) & 0xffff;
      return last % (CAPACITY + CAPACITY / 8);
    }
  }

  @Benchmark
  @BenchmarkMode(Mode.SampleTime)
  public String get(Keys keys) {
    return cache.get(keys.next(), Object::toString);
  }

  @Benchmark
  @BenchmarkMode(Mode.AverageTime)
  @Threads(2)
  public String getByTwoThreads(Keys keys) {
    return cache.get(keys.next(), Object::toString);
  }
}
