package dev.gnomon.report;

import dev.gnomon.attribution.Attribution;
import dev.gnomon.attribution.Attributor;
import dev.gnomon.attribution.ProfiledFork;
import dev.gnomon.attribution.ProfiledSides;
import dev.gnomon.attribution.TimeShift;
import dev.gnomon.attribution.Weight;
import dev.gnomon.evaluation.Evaluation;
import dev.gnomon.model.BenchmarkId;
import dev.gnomon.profile.CollapsedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Causes of the worst benchmark of an example: a slower method, and one that vanished. */
public final class ExampleCauses {
  private static final String STUB = "a/jmh_generated/B_jmhTest.parse_avgt_jmhStub;a/B.parse;";
  private static final int FORKS = 6;

  private ExampleCauses() {}

  /** The evaluation with two causes for its first judgement, from a profile of a few stacks. */
  public static Evaluation typical(Evaluation evaluation) {
    return with(evaluation, 0);
  }

  /** The same from a profile of 20,000 stacks. */
  public static Evaluation large(Evaluation evaluation) {
    return with(evaluation, 20_000);
  }

  private static Evaluation with(Evaluation evaluation, int extra) {
    return evaluation.with(
        List.of(
            attribution(evaluation.judgements().get(0).id(), Weight.CPU, extra),
            attribution(evaluation.judgements().get(0).id(), Weight.ALLOCATION, 0)));
  }

  /** The cause of a change of CPU time. */
  public static Attribution of(BenchmarkId id) {
    return attribution(id, Weight.CPU, 0);
  }

  private static Attribution attribution(BenchmarkId id, Weight weight, int extra) {
    Random random = new Random(3);
    List<ProfiledFork> baseline = new ArrayList<>();
    List<ProfiledFork> candidate = new ArrayList<>();
    for (int i = 0; i < FORKS; i++) {
      baseline.add(fork(random, 100_000, 40_000, extra));
      candidate.add(fork(random, 260_000, 0, extra));
    }
    return Attributor.of(
        id,
        new ProfiledSides(weight, baseline, candidate),
        TimeShift.UNKNOWN,
        Set.of("a.text.Tokenizer"));
  }

  private static ProfiledFork fork(Random random, int next, int gone, int extra) {
    StringBuilder text = new StringBuilder();
    String all = STUB + "a/text/Tokenizer.all";
    line(text, all + ";a/text/Tokenizer.next", next, random);
    line(text, all + ";java/util/ArrayList.add", 120_000, random);
    line(text, STUB + "a/text/Cache.get", gone, random);
    line(text, STUB + "<img src=x onerror=alert(1)>;\"quoted'\u202ename", 30_000, random);
    line(text, STUB + "y".repeat(10_000), 20_000, random);
    for (int i = 0; i < extra; i++) {
      String stack = "a/P%d.p;a/Q%d.q;a/R%d.r".formatted(i % 17, i % 331, i);
      line(text, STUB + stack, 40 + i % 50, random);
    }
    try {
      byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
      return new ProfiledFork(CollapsedReader.read(new ByteArrayInputStream(bytes)), 1_000);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void line(StringBuilder text, String stack, int cost, Random random) {
    long noisy = Math.round(cost * Math.exp(0.02 * random.nextGaussian()));
    if (noisy > 0) {
      text.append(stack).append(' ').append(noisy).append('\n');
    }
  }
}
