package dev.gnomon.report;

import dev.gnomon.attribution.Attribution;
import dev.gnomon.attribution.Attribution.Cause;
import dev.gnomon.attribution.Attributor;
import dev.gnomon.attribution.FlameNode;
import dev.gnomon.attribution.FrameChange;
import dev.gnomon.attribution.ProfiledFork;
import dev.gnomon.attribution.ProfiledSides;
import dev.gnomon.attribution.TimeShift;
import dev.gnomon.attribution.Weight;
import dev.gnomon.evaluation.Evaluation;
import dev.gnomon.model.BenchmarkId;
import dev.gnomon.profile.Frame;
import dev.gnomon.stats.ConfidenceInterval;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
    return of(id, 0);
  }

  /** The same from a profile of so many stacks more. */
  public static Attribution of(BenchmarkId id, int extra) {
    return attribution(id, Weight.CPU, extra);
  }

  /** A cause that one frame of a path carries, each side's forks alike. */
  public static Attribution blaming(Weight weight, double delta, List<String> path, String blamed) {
    List<Frame> frames = path.stream().map(name -> new Frame(name, Frame.Kind.JAVA)).toList();
    ConfidenceInterval interval = new ConfidenceInterval(delta - 10, delta + 10, 0.95);
    FrameChange change =
        new FrameChange(
            new Frame(blamed, Frame.Kind.JAVA), 2000, 2000 + delta, interval, 0.01, 0.96, false);
    List<FlameNode> tree = new ArrayList<>();
    frames.forEach(f -> tree.add(new FlameNode(tree.size(), f, 2000, 2000 + delta)));
    return attribution(weight, Cause.CODE, Optional.of(change), frames, tree);
  }

  /** Cost that moved from one method to another, the whole having changed so far. */
  public static Attribution moved(ConfidenceInterval whole) {
    Attribution none = without(Weight.CPU, Cause.COST_SHIFT);
    return new Attribution(
        none.id(),
        none.weight(),
        none.cause(),
        Optional.of(change("a.Store.get", 500, 900)),
        Optional.of(change("a.Cache.get", 500, 200)),
        List.of(),
        none.baseline(),
        none.candidate(),
        whole,
        none.shift(),
        List.of(),
        List.of(),
        none.forks(),
        "");
  }

  private static FrameChange change(String method, double baseline, double candidate) {
    ConfidenceInterval interval =
        new ConfidenceInterval(candidate - baseline - 10, candidate - baseline + 10, 0.95);
    Frame frame = new Frame(method, Frame.Kind.JAVA);
    return new FrameChange(frame, baseline, candidate, interval, 0.01, 0, false);
  }

  /** A cause that names no frame. */
  public static Attribution without(Weight weight, Cause cause) {
    return attribution(weight, cause, Optional.empty(), List.of(), List.of());
  }

  private static Attribution attribution(
      Weight weight,
      Cause cause,
      Optional<FrameChange> blamed,
      List<Frame> path,
      List<FlameNode> tree) {
    return new Attribution(
        Examples.small().candidate().series().get(0).id(),
        weight,
        cause,
        blamed,
        Optional.empty(),
        path,
        2000,
        2100,
        new ConfidenceInterval(90, 110, 0.95),
        new TimeShift(310, 300, Double.NaN, Double.NaN),
        blamed.stream().toList(),
        tree,
        5,
        "");
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
    return new ProfiledFork(ExampleProfiles.read(text.toString()), 1_000);
  }

  private static void line(StringBuilder text, String stack, int cost, Random random) {
    long noisy = Math.round(cost * Math.exp(0.02 * random.nextGaussian()));
    if (noisy > 0) {
      text.append(stack).append(' ').append(noisy).append('\n');
    }
  }
}
