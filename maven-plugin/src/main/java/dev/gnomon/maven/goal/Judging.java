package dev.gnomon.maven.goal;

import dev.gnomon.archive.BaselineQuery;
import dev.gnomon.archive.BaselineSelector;
import dev.gnomon.archive.RunAddress;
import dev.gnomon.archive.RunArchive;
import dev.gnomon.archive.RunName;
import dev.gnomon.archive.directory.RunFile;
import dev.gnomon.compare.Baseline;
import dev.gnomon.maven.goal.PairMeasuring.Sides;
import dev.gnomon.model.Run;
import dev.gnomon.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Chooses the baseline of a run and keeps a copy of it, so that the verdict can be replayed. */
public final class Judging {
  private static final String BASELINE = "baseline.json";
  private static final String CANDIDATE = "candidate.json";

  private Judging() {}

  /**
   * The baseline of a run.
   *
   * @param wanted the path of one run in the archive, the file of one run, or a branch or commit of
   *     the archive
   * @param base what a file's name is relative to
   */
  public static Baseline choose(RunArchive archive, Run run, BaselineQuery wanted, Path base) {
    Optional<RunAddress> address = RunName.locate(wanted.revision());
    if (address.isPresent()) {
      return BaselineSelector.given(archive.read(address.get()), run, wanted.revision());
    }
    Path file = base.resolve(wanted.revision()).normalize();
    if (wanted.revision().endsWith(".json") || wanted.revision().endsWith(".json.gz")) {
      return BaselineSelector.given(RunFile.read(file), run, wanted.revision());
    }
    return BaselineSelector.select(archive, run, wanted);
  }

  /** Writes the baseline's runs, newest first, in place of those of an earlier check. */
  public static void keep(Baseline baseline, Workspace workspace) {
    for (Path old : kept(workspace)) {
      delete(old);
    }
    // What an earlier check confirmed says nothing of this one.
    delete(workspace.confirmation().resolve(BASELINE));
    delete(workspace.confirmation().resolve(CANDIDATE));
    for (int i = 0; i < baseline.runs().size(); i++) {
      RunFile.write(workspace.baseline().resolve("%02d.json".formatted(i)), baseline.runs().get(i));
    }
  }

  /** Writes both sides of what was measured once more to confirm a suspicion. */
  public static void keepConfirmation(Sides sides, Workspace workspace) {
    RunFile.write(workspace.confirmation().resolve(BASELINE), sides.baseline());
    RunFile.write(workspace.confirmation().resolve(CANDIDATE), sides.candidate());
  }

  /** Reads back what {@link #keepConfirmation} wrote since the baseline was kept. */
  public static Optional<Sides> confirmation(Workspace workspace) {
    Path baseline = workspace.confirmation().resolve(BASELINE);
    Path candidate = workspace.confirmation().resolve(CANDIDATE);
    return Files.isRegularFile(baseline) && Files.isRegularFile(candidate)
        ? Optional.of(new Sides(RunFile.read(baseline), RunFile.read(candidate)))
        : Optional.empty();
  }

  /** Reads back what {@link #keep} wrote, in the same order. */
  public static List<Run> replay(Workspace workspace) {
    List<Run> runs = new ArrayList<>();
    kept(workspace).forEach(file -> runs.add(RunFile.read(file)));
    return runs;
  }

  private static List<Path> kept(Workspace workspace) {
    if (!Files.isDirectory(workspace.baseline())) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(workspace.baseline())) {
      return files.filter(file -> file.toString().endsWith(".json")).sorted().toList();
    } catch (IOException e) {
      throw unusable(workspace.baseline(), e);
    }
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw unusable(file, e);
    }
  }

  private static ProblemException unusable(Path path, IOException cause) {
    return new ProblemException(
        "output-not-writable",
        "%s cannot be used: %s. Make it writable, or name another directory with -Dperf.output."
            .formatted(path, cause.getMessage()),
        cause);
  }
}
