package dev.gnomon.harness;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.runner.IterationType;

/** Streams every iteration, warm-up too, and keeps the last lines that the fork printed. */
final class EventFormat extends QuietFormat {
  private final DataOutputStream out;
  private final Tail tail = new Tail();
  private int measured;
  private long allocated;
  private long operations;
  private String unscored = "";

  EventFormat(DataOutputStream out) {
    this.out = out;
  }

  int measured() {
    return measured;
  }

  /** Why an iteration has no score that can be judged; empty where all have one. */
  String unscored() {
    return unscored;
  }

  /** Bytes per operation over all measurement iterations, negative where unknown. */
  double allocatedPerOp() {
    return operations == 0 || allocated < 0 ? -1 : (double) allocated / operations;
  }

  List<String> lastLines() {
    return tail.lines();
  }

  @Override
  public void iterationResult(
      BenchmarkParams benchmark, IterationParams params, int iteration, IterationResult data) {
    boolean warmup = params.getType() == IterationType.WARMUP;
    double score = Score.nsPerOp(data.getPrimaryResult(), benchmark.getThreads());
    if (!Double.isFinite(score)) {
      Result<?> primary = data.getPrimaryResult();
      unscored = "an iteration scored " + primary.getScore() + " " + primary.getScoreUnit();
      return;
    }
    measured += warmup ? 0 : 1;
    long ops = data.getMetadata() == null ? 0 : data.getMetadata().getAllOps();
    Frame frame =
        new Frame("iteration").with("warmup", warmup).with("nsPerOp", score).with("ops", ops);
    Secondaries.forEach(
        data.getSecondaryResults(),
        (name, result) -> frame.with(name, (long) result.getScore()),
        (name, result) -> {});
    if (!warmup) {
      operations += ops;
      long bytes = frame.text("alloc").isEmpty() ? -1 : frame.number("alloc");
      allocated = allocated < 0 || bytes < 0 ? -1 : allocated + bytes;
    }
    try {
      frame.write(out);
    } catch (IOException e) {
      throw new UncheckedIOException("the channel to Maven's JVM is broken", e);
    }
  }

  @Override
  public void print(String text) {
    tail.write(text);
  }

  @Override
  public void println(String text) {
    tail.write(text + "\n");
  }

  @Override
  public void write(int octet) {
    tail.write(octet);
  }

  @Override
  public void write(byte[] octets) {
    for (byte octet : octets) {
      tail.write(octet);
    }
  }
}
