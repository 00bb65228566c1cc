package dev.gnomon.maven;

import dev.gnomon.archive.KeptArchive;
import dev.gnomon.archive.RunAddress;
import dev.gnomon.archive.directory.RunFile;
import dev.gnomon.maven.config.ConfiguredPath;
import dev.gnomon.maven.config.Setting;
import dev.gnomon.maven.goal.ArchivedPlans;
import dev.gnomon.maven.goal.Archiving;
import dev.gnomon.maven.goal.ForkProfiles;
import dev.gnomon.model.Origin;
import dev.gnomon.model.Run;
import dev.gnomon.profile.RunProfiles;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.maven.plugins.annotations.Execute;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/**
 * Measures the benchmarks and stores the run in the archive, where later checks find their
 * baseline. A run with a failed benchmark is not stored, nor one that <code>check</code> has just
 * called a regression.
 */
@Mojo(name = "record", requiresDependencyResolution = ResolutionScope.TEST, threadSafe = true)
@Execute(phase = LifecyclePhase.TEST_COMPILE)
public final class RecordMojo extends MeasuringMojo {
  /**
   * The archive: a directory, relative to the top directory of the build; <code>git:BRANCH</code>,
   * a branch of this repository; <code>jdbc:postgresql://HOST/DATABASE</code>. Default: <code>
   * .perf/archive</code>.
   */
  @Parameter(property = "perf.archive", defaultValue = ".perf/archive")
  String archive;

  /**
   * Whether the profiles of the forks are stored beside the run, so that later runs are explained.
   */
  @Parameter(property = "perf.archive.profiles", defaultValue = "true")
  boolean archiveProfiles;

  /** A run that was measured already, such as <code>target/perf/run.json</code>. */
  @Parameter(property = "perf.run")
  String run;

  @Override
  void perform() {
    Optional<Path> given = ConfiguredPath.read(new Setting("perf.run", run), module().base());
    KeptArchive target = openArchive(archive);
    Optional<Run> measured =
        given.isPresent()
            ? given.map(RunFile::read)
            : measure(ArchivedPlans.of(target, origin(Origin.MEASURED)));
    boolean last = given.isEmpty() || given.get().equals(workspace().run());
    measured.ifPresent(run -> store(run, last, target));
  }

  private void store(Run measured, boolean last, KeptArchive target) {
    Archiving.requireRecordable(measured, workspace());
    // Those in the workspace are of the last measurement, and of no other run.
    RunProfiles profiles =
        last && archiveProfiles
            ? new ForkProfiles(workspace().profiles()).of(measured)
            : RunProfiles.NONE;
    RunAddress address = target.add(measured, profiles);
    getLog()
        .info(
            "Recorded %d benchmarks of %s at %s as %s"
                .formatted(
                    measured.series().size(),
                    measured.origin().module(),
                    measured.revision().label(),
                    address.path()));
    if (measured.revision().dirty()) {
      getLog()
          .warn(
              "The working tree had uncommitted changes: this run is stored, but never chosen as a"
                  + " baseline. Commit, and record again.");
    }
  }
}
