package dev.gnomon.sample.index;

import dev.gnomon.sample.Corpus;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/** Searching when the library is warm, as a rate; building an index when it is cold, as a time. */
@State(Scope.Thread)
@Fork(5)
public class TextIndexBenchmark {
  private final List<String> documents = Corpus.documents(2_000, 50);

  /** An index that is built before the measurement begins. */
  @State(Scope.Benchmark)
  public static class Library {
    private final List<String> queries = Corpus.queries(32);
    private TextIndex index;

    @Setup
    public void index(TextIndexBenchmark benchmark) {
      index = benchmark.build();
    }
  }

  @Benchmark
  @BenchmarkMode(Mode.Throughput)
  @OutputTimeUnit(TimeUnit.SECONDS)
  @Warmup(iterations = 10, time = 200, timeUnit = TimeUnit.MILLISECONDS)
  @Measurement(iterations = 10, time = 200, timeUnit = TimeUnit.MILLISECONDS)
  public void search(Library library, Blackhole results) {
    for (String query : library.queries) {
      results.consume(library.index.search(query));
    }
  }

  @Benchmark
  @BenchmarkMode(Mode.SingleShotTime)
  @OutputTimeUnit(TimeUnit.MILLISECONDS)
  @Warmup(iterations = 0)
  @Measurement(iterations = 1)
  public TextIndex build() {
    TextIndex.Builder builder = new TextIndex.Builder();
    documents.forEach(builder::add);
    return builder.build();
  }
}
