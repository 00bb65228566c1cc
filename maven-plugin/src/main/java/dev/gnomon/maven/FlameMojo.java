package dev.gnomon.maven;

import dev.gnomon.maven.config.Choice;
import dev.gnomon.maven.config.Setting;
import dev.gnomon.maven.goal.FlameSource;
import dev.gnomon.maven.goal.FlameSources;
import dev.gnomon.maven.goal.Flaming;
import dev.gnomon.maven.goal.PinsFile;
import dev.gnomon.maven.goal.ProfiledBenchmark;
import dev.gnomon.model.Origin;
import dev.gnomon.profile.ProfileEvent;
import dev.gnomon.report.DirectoryOutput;
import dev.gnomon.report.flame.FlamePage;
import dev.gnomon.report.flame.FlameRequest;
import java.util.Optional;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Draws the profile of a benchmark in any run as a flame graph, or those of two runs and their
 * difference. Runs come from the archive, from the last measurement, or from a file of another
 * tool.
 */
@Mojo(name = "flame", threadSafe = true)
public final class FlameMojo extends PerfMojo {
  /**
   * The benchmark: as much of <code>package.Class.method</code> as it takes. Default: the only one
   * that has a profile.
   */
  @Parameter(property = "perf.benchmark")
  String benchmark;

  /** Its parameters, where it is measured with several: <code>size=10;charset=UTF-8</code>. */
  @Parameter(property = "perf.params")
  String params;

  /**
   * Whose profile: a branch, a commit, <code>pin:NAME</code>, the path of one run in the archive,
   * or a file: of a run, a JFR recording, or collapsed stacks. Default: the last measurement.
   */
  @Parameter(property = "perf.run")
  String run;

  /** What to draw the difference from, written like <code>perf.run</code>. */
  @Parameter(property = "perf.baseline")
  String baseline;

  /** What was sampled: <code>cpu</code>, wall, alloc or lock. Default: the first that there is. */
  @Parameter(property = "perf.flame.event")
  String event;

  /**
   * The archive: a directory, relative to the top directory of the build; <code>git:BRANCH</code>,
   * a branch of this repository; <code>jdbc:postgresql://HOST/DATABASE</code>. Default: <code>
   * .perf/archive</code>.
   */
  @Parameter(property = "perf.archive", defaultValue = ".perf/archive")
  String archive;

  @Override
  void perform() {
    Setting kind = new Setting("perf.flame.event", event);
    Optional<ProfileEvent> sampled =
        kind.value().map(text -> Choice.read(kind, ProfileEvent.class, ProfileEvent.CPU));
    ProfiledBenchmark meant =
        new ProfiledBenchmark(
            new Setting("perf.benchmark", benchmark), new Setting("perf.params", params));
    FlameSources sources =
        new FlameSources(
            () -> openArchive(archive),
            origin(Origin.MEASURED),
            module().base(),
            workspace(),
            new PinsFile(module().reactorRoot().resolve(PinMojo.FILE)),
            meant.id());
    Setting from = new Setting("perf.run", run);
    FlameSource candidate = from.value().isPresent() ? sources.find(from) : sources.last();
    Setting against = new Setting("perf.baseline", baseline);
    Flaming flaming = new Flaming(meant, sampled);
    FlameRequest page =
        against.value().isPresent()
            ? flaming.of(sources.find(against), candidate)
            : flaming.of(candidate);
    new FlamePage().write(page, new DirectoryOutput(workspace().directory()));
    if (!page.note().isEmpty()) {
      getLog().warn(page.note());
    }
    getLog()
        .info(page.title() + ": " + workspace().directory().resolve("flame").resolve("index.html"));
  }
}
