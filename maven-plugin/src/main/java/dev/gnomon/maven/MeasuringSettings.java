package dev.gnomon.maven;

import dev.gnomon.compare.Asked;
import dev.gnomon.maven.build.JavaCommand;
import dev.gnomon.maven.build.PluginJars;
import dev.gnomon.maven.build.ReactorTally;
import dev.gnomon.maven.config.Arguments;
import dev.gnomon.maven.config.BenchmarkParams;
import dev.gnomon.maven.config.Choice;
import dev.gnomon.maven.config.ConfiguredPath;
import dev.gnomon.maven.config.Durations;
import dev.gnomon.maven.config.Setting;
import dev.gnomon.maven.goal.Emptiness;
import dev.gnomon.maven.goal.Measuring;
import dev.gnomon.maven.goal.PairMeasuring;
import dev.gnomon.maven.layout.Found.Benchmarks;
import dev.gnomon.maven.layout.LayoutOptions;
import dev.gnomon.measure.HostCommand;
import dev.gnomon.measure.Interleave;
import dev.gnomon.measure.MeasurementRequest;
import dev.gnomon.measure.MeasurementRequest.PlanKind;
import dev.gnomon.measure.MeasurementRequest.Selection;
import dev.gnomon.measure.Profiling;
import dev.gnomon.measure.process.Measurement;
import dev.gnomon.measure.process.PairedMeasurement;
import dev.gnomon.model.Origin;
import dev.gnomon.problem.ProblemException;
import dev.gnomon.profile.ProfileEvent;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.toolchain.Toolchain;
import org.apache.maven.toolchain.ToolchainManager;

/** What a measuring goal was told, as values. */
final class MeasuringSettings {
  private final MeasuringMojo mojo;

  MeasuringSettings(MeasuringMojo mojo) {
    this.mojo = mojo;
  }

  MeasurementRequest request() {
    if (mojo.forks < 1) {
      throw new ProblemException(
          "invalid-setting",
          "perf.forks is %d, expected at least 1, and 3 or more for a verdict."
              .formatted(mojo.forks));
    }
    Optional<Duration> forkTimeout =
        Durations.read(new Setting("perf.forkTimeout", mojo.forkTimeout));
    return new MeasurementRequest(
        new Selection(
            mojo.includes,
            mojo.excludes,
            BenchmarkParams.read(new Setting("perf.params", mojo.params)),
            Arguments.read(new Setting("perf.jmhArgs", mojo.jmhArgs))),
        Choice.read(new Setting("perf.plan", mojo.plan), PlanKind.class, PlanKind.ADAPTIVE),
        mojo.forks,
        mojo.seed == null ? System.nanoTime() : mojo.seed,
        Durations.read(new Setting("perf.budget", mojo.budget)),
        Profiling.of(
            Choice.read(
                new Setting("perf.profile", mojo.profile),
                Profiling.Mode.class,
                Profiling.Mode.ALWAYS)),
        Map.of(),
        forkTimeout);
  }

  /** What forks may sample that explain a change; all of it where nothing is set. */
  Set<ProfileEvent> profileEvents() {
    Set<ProfileEvent> events = EnumSet.noneOf(ProfileEvent.class);
    for (String word : mojo.profileEvents) {
      events.add(
          Choice.read(
              new Setting("perf.profile.events", word), ProfileEvent.class, ProfileEvent.CPU));
    }
    return events.isEmpty() ? EnumSet.allOf(ProfileEvent.class) : events;
  }

  /** What a benchmark must match to be missed where it is not measured. */
  Asked asked() {
    return new Asked(
        mojo.includes,
        mojo.excludes,
        BenchmarkParams.read(new Setting("perf.params", mojo.params)));
  }

  LayoutOptions layout() {
    Path base = mojo.module().base();
    return new LayoutOptions(
        ConfiguredPath.read(new Setting("perf.jar", mojo.jar), base),
        ConfiguredPath.read(new Setting("perf.classes", mojo.classes), base));
  }

  /** The {@code java} executable to measure on. */
  Path java() {
    return java(mojo.jvm, mojo.toolchains, mojo.session);
  }

  /** The same for a goal that measures no benchmark. */
  static Path java(String jvm, ToolchainManager toolchains, MavenSession session) {
    Optional<Path> toolchain =
        Optional.ofNullable(toolchains.getToolchainFromBuildContext("jdk", session))
            .map((Toolchain jdk) -> jdk.findTool("java"))
            .map(Path::of);
    return JavaCommand.choose(
        new Setting("perf.jvm", jvm).value(), toolchain, Path.of(System.getProperty("java.home")));
  }

  /** How the host of these benchmarks is started. */
  HostCommand command(Benchmarks benchmarks) {
    return command(benchmarks, mojo.workspace().directory());
  }

  /** How their host is started where they have a workspace of their own. */
  HostCommand command(Benchmarks benchmarks, Path workspace) {
    List<Path> classPath = new ArrayList<>(benchmarks.classPath());
    classPath.addAll(
        PluginJars.forBenchmarks(
            mojo.execution.getMojoDescriptor().getPluginDescriptor().getArtifacts()));
    return new HostCommand(
        java(),
        classPath,
        mojo.module().base(),
        workspace,
        mojo.workspace().libraries(),
        Arguments.read(new Setting("perf.jvmArgs", mojo.jvmArgs)));
  }

  Measuring measuring() {
    return new Measuring(
        mojo.origin(Origin.MEASURED),
        mojo.module().base(),
        mojo.workspace(),
        new Setting("perf.label", mojo.label).value(),
        (command, request, listener) -> new Measurement(command).measure(request, listener));
  }

  /** Forks of two sides, by turns as was asked for. */
  PairedMeasurement paired(HostCommand baseline, HostCommand candidate) {
    return new PairedMeasurement(
        baseline,
        candidate,
        Choice.read(
            new Setting("perf.interleave", mojo.interleave),
            Interleave.class,
            Interleave.ITERATIONS));
  }

  /** Measures both sides of a change, each on its host. */
  PairMeasuring pairMeasuring(HostCommand baseline, HostCommand candidate) {
    PairedMeasurement measurement = paired(baseline, candidate);
    return new PairMeasuring(
        mojo.origin(Origin.INTERLEAVED),
        mojo.module().base(),
        new Setting("perf.label", mojo.label).value(),
        measurement::measure);
  }

  Emptiness emptiness() {
    return new Emptiness(
        Optional.ofNullable(mojo.failIfNoBenchmarks),
        ReactorTally.of(mojo.session, mojo.execution.getGoal()),
        mojo.getLog()::info);
  }
}
