package dev.gnomon.harness;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.runner.IterationType;

/** Streams every iteration, warm-up too, and keeps the last lines that the fork printed. */
final class EventFormat extends QuietFormat {
  private final DataOutputStream out;
  private final Tail tail = new Tail();
  private int measured;

  EventFormat(DataOutputStream out) {
    this.out = out;
  }

  int measured() {
    return measured;
  }

  List<String> lastLines() {
    return tail.lines();
  }

  @Override
  public void iterationResult(
      BenchmarkParams benchmark, IterationParams params, int iteration, IterationResult data) {
    boolean warmup = params.getType() == IterationType.WARMUP;
    measured += warmup ? 0 : 1;
    Frame frame =
        new Frame("iteration")
            .with("warmup", warmup)
            .with("nsPerOp", Score.nsPerOp(data.getPrimaryResult(), benchmark.getThreads()))
            .with("ops", data.getMetadata() == null ? 0 : data.getMetadata().getAllOps());
    Secondaries.forEach(
        data.getSecondaryResults(),
        (name, result) -> frame.with(name, (long) result.getScore()),
        (name, result) -> {});
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
