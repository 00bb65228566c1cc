package dev.gnomon.harness;

import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.SampleTimeResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.util.Statistics;

/** One fork of one benchmark, run by JMH's own runner. */
final class ForkRun {
  private static final double[] PERCENTILES = {50, 90, 99, 99.9};

  /** Samples beyond a percentile that make it worth telling: 10,000 in all for the 99th. */
  private static final double FEWEST_BEYOND = 100;

  private final Suite suite;
  private final Entry entry;
  private final Frame command;
  private final DataOutputStream out;

  ForkRun(Suite suite, Frame command, DataOutputStream out) {
    this.suite = suite;
    this.entry = suite.entry((int) command.number("entry"));
    this.command = command;
    this.out = out;
  }

  void run() throws IOException {
    ForkFlags.set(command.list("planFlag."), flags());
    EventFormat events = new EventFormat(out);
    Frame end;
    try {
      Collection<RunResult> results = new Runner(options().build(), events).run();
      end = ended(results, events);
    } catch (RunnerException | RuntimeException e) {
      end = FailureReason.of(e, events.lastLines());
    } catch (LinkageError e) {
      end = FailureReason.unlinked(e);
    }
    out.flush();
    end.write(out);
  }

  private List<String> flags() {
    List<String> flags = new ArrayList<>(command.list("jvmArg."));
    flags.add("-D" + ParentWatch.PARENT + "=" + ProcessHandle.current().pid());
    if (!command.text("turns").isEmpty()) {
      flags.add("-D" + Turn.FILE + "=" + command.text("turns"));
      flags.add("-D" + Turn.PLACE + "=" + command.number("place"));
    }
    if (!command.text("profile").isEmpty()) {
      flags.add("-XX:+UnlockDiagnosticVMOptions");
      flags.add("-XX:+DebugNonSafepoints");
      if (Runtime.version().feature() >= 22) {
        flags.add("--enable-native-access=ALL-UNNAMED");
      }
      flags.addAll(ProfileOrder.flags(command));
    }
    return flags;
  }

  private ChainedOptionsBuilder options() {
    ChainedOptionsBuilder options =
        new OptionsBuilder()
            .parent(suite.optionsWithoutSelection())
            .include("^" + Pattern.quote(entry.name()) + "$")
            .mode(entry.mode)
            .forks(1)
            .warmupForks(0)
            .shouldFailOnError(true)
            .warmupIterations((int) command.number("wi"))
            .measurementIterations((int) command.number("i"))
            .addProfiler(ForkFlags.class);
    if (command.number("w") > 0) {
      options.warmupTime(TimeValue.nanoseconds(command.number("w")));
    }
    if (command.number("r") > 0) {
      options.measurementTime(TimeValue.nanoseconds(command.number("r")));
    }
    if (!command.text("profile").isEmpty()) {
      options.addProfiler(StackSampler.class);
    }
    // The last is nearest to the iteration, so that none counts the work of those before it.
    options.addProfiler(IterationProbe.class);
    entry.params.forEach(options::param);
    return options;
  }

  private Frame ended(Collection<RunResult> results, EventFormat events) {
    long expected = command.number("i");
    if (!events.unscored().isEmpty()) {
      return FailureReason.unscored(events.unscored(), events.lastLines());
    }
    if (results.size() != 1 || events.measured() != expected) {
      return FailureReason.incomplete(events.measured(), expected, events.lastLines());
    }
    RunResult result = results.iterator().next();
    Frame end = new Frame("ended");
    if (events.allocatedPerOp() >= 0) {
      // A profiler of the user's that tells the same as well has the last word.
      score(end, "gc.alloc.rate.norm", events.allocatedPerOp(), "B/op");
    }
    Secondaries.forEach(
        result.getSecondaryResults(),
        (name, ours) -> {},
        (name, theirs) -> score(end, name, theirs.getScore(), theirs.getScoreUnit()));
    if (result.getPrimaryResult() instanceof SampleTimeResult sampled) {
      percentiles(sampled, end);
    }
    return end;
  }

  private static void percentiles(SampleTimeResult sampled, Frame end) {
    Statistics samples = sampled.getStatistics();
    for (double percentile : PERCENTILES) {
      if (samples.getN() * (100 - percentile) / 100 >= FEWEST_BEYOND) {
        String name = "p" + (percentile == 99.9 ? "0.999" : "0." + (int) percentile);
        double value = samples.getPercentile(percentile);
        score(end, name, Score.nsPerOp(value, sampled.getScoreUnit(), 1), "ns/op");
      }
    }
  }

  private static void score(Frame end, String name, double score, String unit) {
    end.with("score." + name, score).with("unit." + name, unit);
  }
}
