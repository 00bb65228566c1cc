package dev.gnomon.harness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gnomon.environment.Fact;
import dev.gnomon.measure.GivenPlan;
import dev.gnomon.measure.HostCommand;
import dev.gnomon.measure.Measured;
import dev.gnomon.measure.MeasurementRequest;
import dev.gnomon.measure.MeasurementRequest.Selection;
import dev.gnomon.measure.Profiling;
import dev.gnomon.measure.process.Measurement;
import dev.gnomon.model.BenchmarkId;
import dev.gnomon.model.Failure;
import dev.gnomon.model.Fork;
import dev.gnomon.model.ForkPlan;
import dev.gnomon.model.Iteration;
import dev.gnomon.model.Mode;
import dev.gnomon.model.Series;
import dev.gnomon.problem.ProblemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Measures real suites in real JVMs. */
class MeasurementTest {
  @TempDir Path workspace;

  private final Recorder recorder = new Recorder();

  private Measured measure(MeasurementRequest request) {
    return new Measurement(Suites.host(workspace)).measure(request, recorder);
  }

  private static Series series(Measured measured, String method) {
    return measured.series().stream()
        .filter(s -> s.id().benchmark().endsWith("." + method))
        .findFirst()
        .orElseThrow();
  }

  private static double onCpuPerOp(Series series) {
    Iteration last = series.forks().get(0).iterations().get(1);
    assertThat(last.workers().delayMeasured()).isTrue();
    return last.workers().onCpuNs() / last.ops();
  }

  @Test
  void everyModeArrivesInNanosecondsPerOperationAndThread() {
    Measured measured = measure(Suites.request("GoodBenchmark", 1));

    assertThat(measured.complete()).isTrue();
    assertThat(measured.series()).hasSize(8).allSatisfy(s -> assertThat(s.failure()).isEmpty());
    double average = onCpuPerOp(series(measured, "average"));
    assertThat(onCpuPerOp(series(measured, "throughput"))).isBetween(average / 3, average * 3);
    assertThat(onCpuPerOp(series(measured, "sampled"))).isBetween(average / 3, average * 3);
    assertThat(onCpuPerOp(series(measured, "tenAtOnce"))).isBetween(average / 3, average * 3);
    assertThat(onCpuPerOp(series(measured, "pair"))).isBetween(average / 3, average * 3);
    for (String method : List.of("average", "throughput", "sampled", "tenAtOnce", "pair")) {
      // Wall time of a thread is never below what it was on a CPU for.
      Iteration last = series(measured, method).forks().get(0).iterations().get(1);
      assertThat(last.nsPerOp()).isGreaterThan(average / 3);
    }
    assertThat(series(measured, "pair").id().threads()).isEqualTo(2);
    assertThat(series(measured, "single").forks().get(0).iterations()).hasSize(2);
    // JMH's own percentiles, named after the benchmark, would be other metrics in other versions.
    assertThat(series(measured, "sampled").forks().get(0).secondary().keySet())
        .isSubsetOf("gc.alloc.rate.norm", "p0.50", "p0.90", "p0.99", "p0.999");
  }

  @Test
  void aParameterWithLineBreaksAndQuotesSurvivesTheWay() {
    Measured measured = measure(Suites.request("GoodBenchmark.odd", 1));

    assertThat(measured.series())
        .extracting(s -> s.id().params().get("text"))
        .containsExactlyInAnyOrder("plain", "line\nbreak \"quoted\" <b> ../x\t|");
    assertThat(measured.series()).allSatisfy(s -> assertThat(s.failure()).isEmpty());
  }

  @Test
  void aParameterValueThatIsGivenTwiceIsOneBenchmark() {
    MeasurementRequest once = Suites.request("GoodBenchmark.odd", 1);
    Selection twice =
        new Selection(
            once.selection().includes(),
            List.of(),
            Map.of("text", List.of("a", "b", "a")),
            Suites.SHORT);

    assertThat(new Measurement(Suites.host(workspace)).list(twice))
        .extracting(id -> id.params().get("text"))
        .containsExactly("a", "b");
  }

  @Test
  void allocationIsThatOfTheBenchmarkAlone() {
    Series series =
        series(
            measure(
                Suites.request(
                    "AllocatingBenchmark",
                    1,
                    List.of("-wi", "3", "-i", "3", "-w", "100ms", "-r", "100ms"))),
            "array");

    // 16 bytes of header; JMH's own few kilobytes an iteration are spread over all operations.
    assertThat(series.forks().get(0).secondary().get("gc.alloc.rate.norm").value())
        .isBetween(10_016.0, 10_036.0);
  }

  @Test
  void aForkTellsItsProfileAllocationAndPlace() throws Exception {
    Measured measured =
        measure(
            Suites.request(
                "GoodBenchmark.average",
                1,
                List.of("-wi", "1", "-i", "3", "-w", "50ms", "-r", "100ms")));

    Fork fork = series(measured, "average").forks().get(0);
    assertThat(fork.warmup()).hasSize(1);
    assertThat(fork.iterations()).hasSize(3);
    assertThat(fork.secondary().get("gc.alloc.rate.norm").unit()).isEqualTo("B/op");
    assertThat(fork.secondary().keySet()).noneMatch(name -> name.startsWith("gnomon"));
    assertThat(fork.noise().windowNs()).isGreaterThanOrEqualTo(300_000_000L);
    assertThat(fork.profile().status()).isEqualTo("ok");
    assertThat(fork.profile().engine()).isEqualTo("ctimer");
    assertThat(fork.profile().samples()).isPositive();
    assertThat(Files.readString(workspace.resolve("profiles").resolve(fork.profile().file())))
        .contains("GoodBenchmark_average_jmhTest.average_avgt_jmhStub");
    assertThat(measured.facts())
        .extracting(Fact::name)
        .contains("jvm.major", "jvm.gc", "jmh.version", "jmh.blackhole", "jvm.args");
    assertThat(measured.facts())
        .contains(
            Fact.strict("jvm.compilation", "foreground"),
            Fact.strict("jvm.heap", "touched at the start"));
    assertThat(series(measured, "average").bytecodeHash()).hasSize(16);
  }

  @Test
  void warmForksGetTheFlagsOfThePlanUnlessTheUserWantsOtherwise() {
    MeasurementRequest request = Suites.request("FlagsBenchmark", 1);

    Measured planned = measure(request);
    assertThat(series(planned, "warm").goodForks()).hasSize(1);
    assertThat(series(planned, "annotated").failure().orElseThrow().reason())
        .contains("-XX:+BackgroundCompilation")
        .doesNotContain("AlwaysPreTouch", "GCTimeRatio");
    assertThat(series(planned, "cold").failure().orElseThrow().reason())
        .contains("-XX:+BackgroundCompilation", "-XX:-AlwaysPreTouch");

    for (String flag :
        List.of("-XX:+BackgroundCompilation", "-XX:-AlwaysPreTouch", "-XX:GCTimeRatio=9")) {
      HostCommand host = Suites.host(workspace, List.of(flag));
      Measured wanted = new Measurement(host).measure(request, recorder);
      assertThat(series(wanted, "warm").failure().orElseThrow().reason()).contains(flag);
    }
  }

  @Test
  void everyWayToFailIsRecordedAndTheSuiteGoesOn() {
    Measured measured =
        measure(
            Suites.request("BadBenchmark|GoodBenchmark.average", 2)
                .withForkTimeout(Duration.ofSeconds(15)));

    Map<String, Failure.Kind> kinds =
        measured.series().stream()
            .filter(s -> s.failure().isPresent())
            .collect(
                Collectors.toMap(
                    s -> s.id().shortName().replace("BadBenchmark.", ""),
                    s -> s.failure().orElseThrow().kind(),
                    (a, b) -> a,
                    TreeMap::new));
    assertThat(kinds)
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "throwsUp", Failure.Kind.THREW,
                "exits", Failure.Kind.EXITED,
                "exitsWithThree", Failure.Kind.EXITED,
                "halts", Failure.Kind.EXITED,
                "hangs", Failure.Kind.TIMED_OUT,
                "runsOutOfMemory", Failure.Kind.OUT_OF_MEMORY,
                "isKilled", Failure.Kind.CRASHED,
                "hasFlagsThatNoJvmTakes", Failure.Kind.CRASHED));
    assertThat(series(measured, "average").goodForks()).hasSize(2);
    assertThat(series(measured, "throwsUp").forks()).as("further forks are dropped").hasSize(1);
    Failure thrown = series(measured, "throwsUp").failure().orElseThrow();
    assertThat(thrown.reason())
        .isEqualTo("the benchmark threw java.lang.IllegalStateException: thrown on purpose");
    assertThat(thrown.lastLines()).anyMatch(line -> line.contains("BadBenchmark.throwsUp"));
    assertThat(series(measured, "exitsWithThree").failure().orElseThrow().reason())
        .isEqualTo("the benchmark ended its JVM with exit code 3");
    assertThat(series(measured, "isKilled").failure().orElseThrow().reason())
        .isEqualTo("the fork was ended by signal 9");
    assertThat(series(measured, "hangs").failure().orElseThrow().reason())
        .contains("15 s, its time limit; perf.forkTimeout");
  }

  @Test
  void forksRunInRoundsOverAllBenchmarks() {
    measure(Suites.request("GoodBenchmark.(average|tenAtOnce)", 3));

    assertThat(recorder.planned).isEqualTo(6);
    assertThat(recorder.lastDone).isEqualTo(6);
    for (int round = 0; round < 3; round++) {
      assertThat(recorder.order.subList(2 * round, 2 * round + 2))
          .containsExactlyInAnyOrder(
              round + " GoodBenchmark.average", round + " GoodBenchmark.tenAtOnce");
    }
  }

  @Test
  void anAdaptivePlanComesFromAPilotThatDoesNotCount() {
    Measured measured =
        measure(Suites.request("GoodBenchmark.average", 1, List.of("-i", "2", "-r", "20ms")));

    assertThat(recorder.order)
        .containsExactly("-1 GoodBenchmark.average", "0 GoodBenchmark.average");
    Series series = series(measured, "average");
    assertThat(series.forks()).hasSize(1);
    assertThat(series.plan().warmupIterations()).isBetween(10, 60);
    assertThat(series.forks().get(0).warmup()).hasSize(series.plan().warmupIterations());
  }

  @Test
  void aPilotRunsRightBeforeTheFirstForkOfItsBenchmark() {
    measure(
        Suites.request("GoodBenchmark.(average|tenAtOnce)", 1, List.of("-i", "2", "-r", "20ms")));

    assertThat(recorder.order).hasSize(4);
    for (int i = 0; i < 4; i += 2) {
      assertThat(recorder.order.get(i + 1))
          .isEqualTo(recorder.order.get(i).replaceFirst("-1 ", "0 "));
    }
  }

  @Test
  void aPlanThatIsGivenNeedsNoPilot() {
    BenchmarkId id =
        BenchmarkId.of(
            "dev.gnomon.harness.suite.GoodBenchmark.average", Map.of(), Mode.AVERAGE_TIME, 1);
    ForkPlan given = new ForkPlan(3, 20_000_000, 2, 20_000_000, 60_000_000_000L);
    Measured measured =
        measure(
            Suites.request("GoodBenchmark.average", 1, List.of())
                .withPlans(Map.of(id, GivenPlan.always(given))));

    assertThat(recorder.order).containsExactly("0 GoodBenchmark.average");
    assertThat(series(measured, "average").forks().get(0).warmup()).hasSize(3);
    assertThat(series(measured, "average").plan().iterationNs()).isEqualTo(20_000_000);
  }

  @Test
  void aBudgetThatIsUsedUpKeepsWhatItReached() {
    MeasurementRequest all = Suites.request("GoodBenchmark.(average|tenAtOnce)", 50);
    MeasurementRequest bounded = all.withBudget(Duration.ofSeconds(8));
    Measured measured = measure(bounded);

    assertThat(measured.complete()).as("nobody interrupted it").isTrue();
    assertThat(measured.notes())
        .singleElement()
        .asString()
        .startsWith("perf.budget of 8 s is used up after ");
    assertThat(measured.series()).hasSize(2);
  }

  @Test
  void anInterruptEndsTheForksAndKeepsWhatWasMeasured() throws Exception {
    Measured[] kept = new Measured[1];
    boolean[] flag = new boolean[1];
    Recorder interrupting =
        new Recorder() {
          @Override
          public void forkEnded(BenchmarkId id, Fork fork, int done, int planned, Duration left) {
            Thread.currentThread().interrupt();
          }
        };
    Thread build =
        new Thread(
            () -> {
              kept[0] =
                  new Measurement(Suites.host(workspace))
                      .measure(Suites.request("GoodBenchmark.average", 5), interrupting);
              flag[0] = Thread.currentThread().isInterrupted();
            });
    build.start();
    build.join();

    assertThat(kept[0].complete()).isFalse();
    assertThat(kept[0].series().get(0).goodForks()).hasSize(1);
    assertThat(kept[0].notes())
        .containsExactly("Measuring was cut short: interrupted after 1 of 5 forks.");
    assertThat(flag[0]).as("the interrupt is not swallowed").isTrue();
    assertThat(children()).isEmpty();
  }

  @Test
  void aHostThatIsKilledIsReplacedAndTheForkRunsAgain() {
    Recorder killing =
        new Recorder() {
          @Override
          public void forkEnded(BenchmarkId id, Fork fork, int done, int planned, Duration left) {
            super.forkEnded(id, fork, done, planned, left);
            if (done == 1) {
              ProcessHandle.current().children().forEach(ProcessHandle::destroyForcibly);
            }
          }
        };
    Measured measured =
        new Measurement(Suites.host(workspace))
            .measure(Suites.request("GoodBenchmark.average", 3), killing);

    assertThat(measured.complete()).isTrue();
    assertThat(measured.series().get(0).goodForks()).hasSize(3);
  }

  @Test
  void aFilterThatMatchesNothingSaysSo() {
    assertProblem(
        Suites.request("NoSuchBenchmark", 1),
        "no-benchmark-matches",
        "No benchmark matches <perf.includes>NoSuchBenchmark</perf.includes>");
  }

  @Test
  void aPatternThatIsNoneSaysSo() {
    assertProblem(
        Suites.request("(", 1),
        "bad-pattern",
        "\"(\" in perf.includes or perf.excludes is no regular expression");
  }

  @Test
  void optionsThatJmhRefusesSaySo() {
    assertProblem(
        Suites.request("GoodBenchmark", 1, List.of("-no-such-option")),
        "jmh-arguments",
        "JMH does not take the options in perf.jmhArgs or perf.params");
  }

  private void assertProblem(MeasurementRequest request, String code, String text) {
    assertThatThrownBy(() -> measure(request))
        .isInstanceOfSatisfying(
            ProblemException.class, problem -> assertThat(problem.code()).isEqualTo(code))
        .hasMessageContaining(text);
    assertThat(children()).isEmpty();
  }

  @Test
  void aJvmThatIsNotThereSaysSo() {
    HostCommand nowhere = Suites.host(workspace, Path.of("/no/such/jdk"));

    assertThatThrownBy(
            () -> new Measurement(nowhere).measure(Suites.request("GoodBenchmark", 1), recorder))
        .isInstanceOfSatisfying(
            ProblemException.class, p -> assertThat(p.code()).isEqualTo("jvm-not-found"))
        .hasMessage(
            "/no/such/jdk/bin/java is not there or can't be executed, expected the java of a JDK 17 or newer. Name a JDK's directory in <perf.jvm>, or remove it to use Maven's.");
  }

  @Test
  void aJvmThatEndsAtOnceIsToldWithItsLastLines() {
    HostCommand broken =
        new HostCommand(
            Suites.host(workspace).java(), List.of(workspace), workspace, workspace, List.of());

    assertThatThrownBy(() -> new Measurement(broken).measure(Suites.request("x", 1), recorder))
        .hasMessageContaining("did not start")
        .hasMessageContaining("dev.gnomon.harness.HostMain");
  }

  @Test
  void aJvmThatIsTooOldSaysSo() throws Exception {
    Path java = workspace.resolve("java");
    Files.writeString(
        java,
        "#!/bin/sh\necho 'Error: java.lang.UnsupportedClassVersionError: dev/gnomon/harness/HostMain'\nexit 1\n");
    assertThat(java.toFile().setExecutable(true)).isTrue();
    HostCommand old = new HostCommand(java, List.of(), workspace, workspace, List.of());

    assertThatThrownBy(() -> new Measurement(old).measure(Suites.request("x", 1), recorder))
        .isInstanceOfSatisfying(
            ProblemException.class, p -> assertThat(p.code()).isEqualTo("jvm-too-old"))
        .hasMessage(
            java
                + " can't run the measurement: it needs a JDK 17 or newer. Name one in <perf.jvm>; the project may go on compiling for older releases.");
  }

  @Test
  void requiredProfilesThatCannotBeHadAreAProblem() {
    HostCommand host = Suites.host(workspace);
    List<Path> withoutProfiler =
        host.classPath().stream().filter(p -> !p.toString().contains("async-profiler")).toList();
    HostCommand bare =
        new HostCommand(
            host.java(),
            withoutProfiler,
            host.directory(),
            workspace,
            List.of("-Dgnomon.profile.refuse=jfr"));
    MeasurementRequest optional = Suites.request("GoodBenchmark.average", 1);
    Measured measured = new Measurement(bare).measure(optional, recorder);
    MeasurementRequest required =
        new MeasurementRequest(
            optional.selection(), optional.plan(), 1, 1, Optional.empty(), Profiling.Mode.REQUIRED);

    assertThat(measured.series().get(0).goodForks()).hasSize(1);
    assertThat(measured.series().get(0).forks().get(0).profile().present()).isFalse();
    assertThat(measured.series().get(0).forks().get(0).profile().status())
        .matches("none: library: there is none for .* on the class path; jfr: simulated");
    assertThatThrownBy(() -> new Measurement(bare).measure(required, recorder))
        .isInstanceOfSatisfying(
            ProblemException.class, p -> assertThat(p.code()).isEqualTo("profiler-required"));
  }

  @Test
  void aMachineWithoutProcGivesScoresAndCpuTimeAlone() {
    HostCommand host = Suites.host(workspace);
    HostCommand bare =
        new HostCommand(
            host.java(),
            host.classPath(),
            host.directory(),
            workspace,
            List.of("-Dgnomon.root=" + workspace));

    Measured measured =
        new Measurement(bare).measure(Suites.request("GoodBenchmark.average", 1), recorder);

    Iteration last = measured.series().get(0).forks().get(0).iterations().get(1);
    assertThat(last.workers().delayMeasured()).isFalse();
    assertThat(last.workers().onCpuMeasured()).isTrue();
    assertThat(last.background().systemBusyNs()).isEqualTo(-1);
    assertThat(last.nsPerOp()).isPositive();
  }

  @Test
  void anotherJdkRunsTheForks() {
    Optional<Path> other = newerJdk();
    Assumptions.assumeTrue(
        other.isPresent(), "no JDK 22 or newer under /usr/lib/jvm or in JAVA_HOME_25");

    Measured measured =
        new Measurement(Suites.host(workspace, other.orElseThrow()))
            .measure(Suites.request("GoodBenchmark.average", 1), recorder);

    assertThat(measured.series().get(0).failure()).isEmpty();
    assertThat(measured.series().get(0).forks().get(0).profile().status()).isEqualTo("ok");
    assertThat(measured.facts())
        .anyMatch(f -> f.name().equals("jvm.major") && Integer.parseInt(f.value()) >= 22);
  }

  private static Optional<Path> newerJdk() {
    String named = System.getenv("JAVA_HOME_25");
    if (named != null) {
      return Optional.of(Path.of(named));
    }
    Path installed = Path.of("/usr/lib/jvm");
    if (!Files.isDirectory(installed)) {
      return Optional.empty();
    }
    try (Stream<Path> jdks = Files.list(installed)) {
      return jdks.filter(jdk -> jdk.getFileName().toString().contains("-25-")).findFirst();
    } catch (java.io.IOException e) {
      return Optional.empty();
    }
  }

  private static List<Long> children() {
    return ProcessHandle.current()
        .descendants()
        .filter(ProcessHandle::isAlive)
        .map(ProcessHandle::pid)
        .toList();
  }
}
