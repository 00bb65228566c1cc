package dev.gnomon.maven;

import dev.gnomon.maven.build.GeneratorResolution;
import dev.gnomon.maven.goal.ProgressLog;
import dev.gnomon.maven.layout.BenchmarkFinder;
import dev.gnomon.maven.layout.Found;
import dev.gnomon.maven.layout.Found.Benchmarks;
import dev.gnomon.maven.layout.Found.Nothing;
import dev.gnomon.maven.layout.ListGenerator;
import dev.gnomon.maven.layout.ModulePaths;
import dev.gnomon.measure.GivenPlan;
import dev.gnomon.measure.MeasurementRequest;
import dev.gnomon.model.BenchmarkId;
import dev.gnomon.model.Run;
import dev.gnomon.problem.ProblemException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.toolchain.ToolchainManager;

/** What every goal that measures can be told. */
abstract class MeasuringMojo extends PerfMojo {
  /**
   * Benchmarks to measure: regular expressions as JMH takes them, found anywhere in <code>
   * package.Class.method</code>. Example: <code>-Dperf.includes=Tokenizer,Cache\.get</code>.
   * Default: all.
   */
  @Parameter(property = "perf.includes")
  List<String> includes = new ArrayList<>();

  /** Benchmarks to leave out, written like <code>perf.includes</code>. */
  @Parameter(property = "perf.excludes")
  List<String> excludes = new ArrayList<>();

  /**
   * Values of <code>@Param</code> fields in place of the annotated ones: <code>
   * -Dperf.params="size=10,1000;charset=UTF-8"</code>.
   */
  @Parameter(property = "perf.params")
  String params;

  /**
   * How a fork measures. <code>adaptive</code>: short iterations, with a warm-up as long as a pilot
   * fork shows to be needed. <code>annotated</code>: as the annotations and JMH's defaults say.
   */
  @Parameter(property = "perf.plan", defaultValue = "adaptive")
  String plan;

  /** Forks of each benchmark: the number of independent values that a verdict rests on. */
  @Parameter(property = "perf.forks", defaultValue = "5")
  int forks;

  /**
   * What alternates where two sides are measured side by side. <code>iterations</code>: both forks
   * of a pair are alive and take turns; <code>forks</code>: one runs after the other, for
   * benchmarks that do not bear a second instance, of a server or a file, beside them.
   */
  @Parameter(property = "perf.interleave", defaultValue = "iterations")
  String interleave;

  /** Seed of the order in which forks run. Default: drawn for each run, and kept in it. */
  @Parameter(property = "perf.seed")
  Long seed;

  /**
   * Time limit of the whole goal, such as <code>10m</code> or <code>90s</code>. What it does not
   * reach is undecided.
   */
  @Parameter(property = "perf.budget")
  String budget;

  /**
   * Time limit of a single fork, after which it is ended and its benchmark has failed: <code>2m
   * </code>. Default: several times what the fork should take.
   */
  @Parameter(property = "perf.forkTimeout")
  String forkTimeout;

  /**
   * Java home, or <code>java</code> executable, that the benchmarks run on. Default: the JDK
   * toolchain of the build, else the JVM that runs Maven.
   */
  @Parameter(property = "perf.jvm")
  String jvm;

  /**
   * JVM flags added to those of the annotations: <code>-Dperf.jvmArgs="-Xmx1g -XX:+UseSerialGC"
   * </code>.
   */
  @Parameter(property = "perf.jvmArgs")
  String jvmArgs;

  /**
   * Further options in JMH's own syntax, which the plan gives way to: <code>
   * -Dperf.jmhArgs="-wi 3 -i 5 -r 200ms"</code>.
   */
  @Parameter(property = "perf.jmhArgs")
  String jmhArgs;

  /**
   * When to profile. <code>always</code>: every fork, so finely only that it costs nothing, and
   * what changed in forks of its own; <code>evidence</code>: what changed alone; <code>required
   * </code>: as always, and it is an error if no profile can be had; <code>off</code>.
   */
  @Parameter(property = "perf.profile", defaultValue = "always")
  String profile;

  /**
   * What forks may sample that explain a change: <code>cpu</code>, <code>wall</code>, <code>alloc
   * </code>, <code>lock</code>, with commas between. Each is sampled only where it can explain
   * something. Default: all.
   */
  @Parameter(property = "perf.profile.events")
  List<String> profileEvents = new ArrayList<>();

  /** Whether a line is printed for each fork. */
  @Parameter(property = "perf.progress", defaultValue = "true")
  boolean progress;

  /**
   * A prebuilt <code>benchmarks.jar</code> to measure in place of this module's classes. Not where
   * two builds are measured side by side: it is of one.
   */
  @Parameter(property = "perf.jar")
  String jar;

  /** Directory of compiled benchmarks in place of the outputs of src/test and src/main. */
  @Parameter(property = "perf.classes")
  String classes;

  /**
   * Whether a module without benchmarks is an error. Default: in a build of one module it is; in a
   * reactor such modules are skipped, and it is an error if all of them are.
   */
  @Parameter(property = "perf.failIfNoBenchmarks")
  Boolean failIfNoBenchmarks;

  /** A name for this kind of machine; runs of different labels are never compared. */
  @Parameter(property = "perf.label")
  String label;

  @Inject ToolchainManager toolchains;

  /**
   * Measures this module; empty where it has nothing to measure and that is no error.
   *
   * @param plans plans of earlier runs to measure by, so that both sides of a comparison use one
   */
  final Optional<Run> measure(Map<BenchmarkId, GivenPlan> plans) {
    MeasuringSettings settings = new MeasuringSettings(this);
    return benchmarks(settings)
        .map(benchmarks -> measure(benchmarks, settings.request().withPlans(plans)));
  }

  /** Measures benchmarks. */
  final Run measure(Benchmarks benchmarks, MeasurementRequest request) {
    MeasuringSettings settings = new MeasuringSettings(this);
    return settings
        .measuring()
        .measure(benchmarks, settings.command(benchmarks), request, progressLog());
  }

  /** In a reactor a filter may name benchmarks of some modules only; all others are skipped. */
  @Override
  final void met(ProblemException problem) {
    if (!problem.code().equals("no-benchmark-matches")) {
      throw problem;
    }
    Nothing nothing =
        new Nothing(
            "no-benchmark-matches", problem.getMessage(), "no benchmark that the filters name");
    new MeasuringSettings(this).emptiness().met(module().name(), nothing);
  }

  /** The benchmarks of this module; empty where it has none and that is no error. */
  final Optional<Benchmarks> benchmarks(MeasuringSettings settings) {
    return benchmarks(settings, module().paths());
  }

  /** The benchmarks of this module on another class path; empty as above. */
  final Optional<Benchmarks> benchmarks(MeasuringSettings settings, ModulePaths paths) {
    Found found = find(settings, paths, workspace().generated());
    if (found instanceof Nothing nothing) {
      settings.emptiness().met(paths.module(), nothing);
      return Optional.empty();
    }
    Benchmarks benchmarks = (Benchmarks) found;
    benchmarks.notes().forEach(getLog()::info);
    return Optional.of(benchmarks);
  }

  /**
   * Looks for the benchmarks of a module.
   *
   * @param generated where JMH's list goes if the compiler made none
   */
  final Found find(MeasuringSettings settings, ModulePaths paths, Path generated) {
    ListGenerator generator =
        new ListGenerator(
            settings.java(),
            generated,
            new GeneratorResolution(jars(project.getRemoteProjectRepositories())));
    return new BenchmarkFinder(paths, settings.layout(), generator).find();
  }

  final ProgressLog progressLog() {
    return new ProgressLog(module().name(), progress, getLog()::info, getLog()::warn);
  }
}
