package dev.gnomon.maven;

import dev.gnomon.archive.Pin;
import dev.gnomon.environment.probe.GitCommand;
import dev.gnomon.maven.config.Setting;
import dev.gnomon.maven.goal.Pinning;
import dev.gnomon.maven.goal.PinsFile;
import dev.gnomon.problem.ProblemException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Gives a run or revision of the archive a name, so that drift can be judged against it: <code>
 * perf:check -Dperf.drift.against=pin:NAME</code>. Many small steps add up, and none of them
 * exceeds a limit by itself.
 */
@Mojo(name = "pin", aggregator = true, threadSafe = true)
public final class PinMojo extends PerfMojo {
  /** The file of pins, from the top directory of the build. */
  static final String FILE = ".perf/pins";

  /**
   * The archive: a directory, relative to the top directory of the build; <code>git:BRANCH</code>,
   * a branch of this repository; <code>jdbc:postgresql://HOST/DATABASE</code>. Default: <code>
   * .perf/archive</code>.
   */
  @Parameter(property = "perf.archive", defaultValue = ".perf/archive")
  String archive;

  /** The name, such as <code>release-1.4</code>. */
  @Parameter(property = "perf.pin")
  String pin;

  /**
   * What is named: a commit, a tag, a branch (its newest run's commit), or the path of one run in
   * the archive.
   */
  @Parameter(property = "perf.revision", defaultValue = "HEAD")
  String revision;

  @Override
  void perform() {
    String name =
        new Setting("perf.pin", pin)
            .value()
            .orElseThrow(
                () ->
                    new ProblemException(
                        "invalid-setting",
                        "perf.pin is not set, expected a name: -Dperf.pin=release-1.4"));
    PinsFile file = new PinsFile(module().reactorRoot().resolve(FILE));
    Pin added =
        new Pinning(
                openArchive(archive), module().reactorId(), new GitCommand(module().base())::commit)
            .of(name, new Setting("perf.revision", revision).value().orElse("HEAD"));
    file.add(added);
    getLog().info("Pinned %s as %s in %s".formatted(added.revision(), name, file.path()));
    getLog()
        .info(
            "Commit the file, and judge drift with mvn perf:check -Dperf.drift.against=pin:"
                + name);
  }
}
