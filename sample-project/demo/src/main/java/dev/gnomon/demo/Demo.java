package dev.gnomon.demo;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Records a baseline of the sample project, checks it unchanged, plants a slowdown and checks
 * again. Fails unless the gate passes the one and names the other.
 */
public final class Demo {
  private static final int BASELINE_RUNS = 2;

  /**
   * Less measuring than is usual, so that the demo takes minutes, and therefore a wider limit. The
   * quick compiler alone: its code is there at once, even on a machine where others keep the better
   * one from its work, and only then is a short warm-up enough.
   */
  private static final List<String> BRIEFLY =
      List.of(
          "-Dperf.baseline=main",
          "-Dperf.forks=4",
          "-Dperf.plan=annotated",
          "-Dperf.jmhArgs=-wi 6 -w 100ms -i 8 -r 100ms",
          "-Dperf.jvmArgs=-XX:TieredStopAtLevel=1",
          "-Dperf.threshold=25%");

  private static final PlantedSlowdown PLANTED = PlantedSlowdown.IGNORE_CASE;

  private final Checkout checkout;
  private final SampleBuild build;
  private final Path target;
  private final PrintStream out;

  private Demo(Checkout checkout, SampleBuild build, Path target, PrintStream out) {
    this.checkout = checkout;
    this.build = build;
    this.target = target;
    this.out = out;
  }

  /**
   * Runs the demo.
   *
   * @param args directory of the sample project, directory to work in, local repository that holds
   *     the plugin, local repository that holds everything else
   * @throws IllegalStateException where the gate does not behave as it should
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    Path target = Path.of(args[1]);
    Path project = target.resolve("sample-project");
    Checkout checkout = Checkout.of(Path.of(args[0]), project);
    List<String> options = SampleBuild.apart(target, Path.of(args[2]), Path.of(args[3]));
    Path maven = Path.of(System.getProperty("maven.home"));
    SampleBuild build = new SampleBuild(project, maven, options, System.out);
    new Demo(checkout, build, target, System.out).run();
  }

  private void run() throws IOException, InterruptedException {
    for (int run = 1; run <= BASELINE_RUNS; run++) {
      say("1. Recording the baseline, run %d of %d".formatted(run, BASELINE_RUNS));
      if (goal("record", "recorded-" + run) != 0) {
        throw new IllegalStateException("The baseline could not be recorded; see above.");
      }
    }
    say("2. Checking the same code again: it must pass");
    int unchanged = goal("check", "unchanged");
    stopOn(outcome("unchanged").complaintAboutUnchangedCode(unchanged));

    checkout.branch("ignore-case");
    PLANTED.plantIn(checkout.directory());
    checkout.commit("Ignore case when words are compared");
    say("3. Checking with a slowdown in " + PLANTED.file() + ": the failure below is EXPECTED");
    out.println("  - " + PLANTED.code());
    out.println("  + " + PLANTED.slower());
    int slower = goal("check", "slower");
    stopOn(outcome("slower").complaintAboutSlowdownOf(PLANTED.benchmark(), slower));

    say(
        "The gate passed the unchanged code and failed, as expected, for the planted slowdown alone");
    out.println("  unchanged  " + report("unchanged"));
    out.println("  slower     " + report("slower"));
    out.println();
  }

  private int goal(String goal, String name) throws IOException, InterruptedException {
    List<String> arguments = new ArrayList<>();
    arguments.add("perf:" + goal);
    arguments.add("-Dperf.output=" + output(name));
    arguments.addAll(BRIEFLY);
    return build.run(arguments);
  }

  private GateOutcome outcome(String name) throws IOException {
    return GateOutcome.of(Evaluation.of(output(name).resolve("evaluation.json")));
  }

  private static void stopOn(Optional<String> complaint) {
    complaint.ifPresent(
        message -> {
          throw new IllegalStateException(message);
        });
  }

  private Path report(String name) {
    return output(name).resolve("report").resolve("index.html");
  }

  private Path output(String name) {
    return target.resolve("perf").resolve(name);
  }

  private void say(String title) {
    out.println();
    out.println("=== " + title);
    out.println();
  }
}
