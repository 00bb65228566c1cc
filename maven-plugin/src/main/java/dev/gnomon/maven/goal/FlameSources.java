package dev.gnomon.maven.goal;

import dev.gnomon.archive.KeptArchive;
import dev.gnomon.archive.RunAddress;
import dev.gnomon.archive.RunName;
import dev.gnomon.archive.directory.RunFile;
import dev.gnomon.imported.ImportedProfiles;
import dev.gnomon.maven.config.Setting;
import dev.gnomon.model.BenchmarkId;
import dev.gnomon.model.Mode;
import dev.gnomon.model.Origin;
import dev.gnomon.model.Revision;
import dev.gnomon.model.Run;
import dev.gnomon.problem.ProblemException;
import dev.gnomon.profile.ProfileEvent;
import dev.gnomon.profile.RunProfiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Finds the runs whose profiles are to be drawn.
 *
 * @param archive opened when a run of it is asked for
 * @param origin project and module whose runs are meant
 * @param base directory that files are relative to
 * @param workspace where the last measurement left its profiles
 * @param pins what names of releases stand for
 * @param id the benchmark that a file without a name is of
 */
public record FlameSources(
    Supplier<KeptArchive> archive,
    Origin origin,
    Path base,
    Workspace workspace,
    PinsFile pins,
    Optional<BenchmarkId> id) {

  /** The last measurement of this module. */
  public FlameSource last() {
    if (!Files.isRegularFile(workspace.run())) {
      throw none(
          workspace.run().toString(),
          "nothing was measured here yet",
          "Measure first, or name a run of the archive: -Dperf.run=COMMIT");
    }
    return FlameSource.of(RunFile.read(workspace.run()), new ForkProfiles(workspace.profiles()));
  }

  /**
   * What a setting names: a profile, the file of a run with the directory {@code profiles} beside
   * it, the path of a run in the archive, a branch, a commit, or a pin.
   *
   * @throws ProblemException {@code no-profile} where nothing of that name has profiles
   */
  public FlameSource find(Setting setting) {
    String text = setting.value().orElseThrow();
    Optional<RunAddress> address = RunName.locate(text);
    if (address.isPresent()) {
      return FlameSource.of(
          archive.get().read(address.get()), archive.get().profiles(address.get()));
    }
    Path file = base.resolve(text).normalize();
    if (ProfileFile.named(file)) {
      return foreign(file);
    }
    if (text.endsWith(".json") || text.endsWith(".json.gz")) {
      return FlameSource.of(RunFile.read(file), new ForkProfiles(file.resolveSibling("profiles")));
    }
    return newest(pins.revision(setting.property(), text), setting);
  }

  private FlameSource foreign(Path file) {
    BenchmarkId of =
        id.orElseGet(
            () -> BenchmarkId.of(file.getFileName().toString(), Map.of(), Mode.AVERAGE_TIME, 1));
    ImportedProfiles read = new ProfileFile(file).read(of, ProfileEvent.CPU);
    try {
      Run run =
          read.run()
              .toRun(
                  origin.project(),
                  origin.module(),
                  origin.toolVersion(),
                  new Revision("", "", false, Optional.empty()),
                  Files.getLastModifiedTime(file).toInstant());
      return new FlameSource(
          file.getFileName().toString(), FlameSource.of(run, read.profiles()).run());
    } catch (IOException e) {
      throw none(file.toString(), e.getMessage(), "Make it readable.");
    }
  }

  /** The newest run of a branch or commit that has profiles. */
  private FlameSource newest(String revision, Setting setting) {
    KeptArchive kept = archive.get();
    for (RunAddress address : kept.list(origin.project(), origin.module())) {
      Revision measured = kept.readHead(address).revision();
      boolean meant =
          measured.branch().equals(revision)
              || (revision.matches("[0-9a-f]{7,64}") && measured.commit().startsWith(revision));
      RunProfiles profiles = meant ? kept.profiles(address) : RunProfiles.NONE;
      if (!profiles.isEmpty()) {
        return FlameSource.of(kept.read(address), profiles);
      }
    }
    throw none(
        setting.property() + "=" + setting.text(),
        "%s holds no run of it with profiles".formatted(kept.place()),
        "Name a branch, a commit, pin:NAME, the path of a run in the archive, or a profile: FILE.jfr, FILE.collapsed");
  }

  private static ProblemException none(String subject, String found, String remedy) {
    return new ProblemException("no-profile", "%s: %s. %s.".formatted(subject, found, remedy));
  }
}
