package dev.gnomon.maven.goal;

import dev.gnomon.evaluation.CauseSearch;
import dev.gnomon.evaluation.Evaluation;
import dev.gnomon.evaluation.ProfiledRun;
import dev.gnomon.maven.goal.PairMeasuring.Sides;
import dev.gnomon.model.ProfileRef;
import dev.gnomon.profile.CollapsedReader;
import dev.gnomon.profile.Profile;
import dev.gnomon.report.DirectoryProfiles;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/**
 * The profiles that the forks of two sides left.
 *
 * @param baseline directory of the baseline's
 * @param candidate directory of the candidate's
 */
public record SideProfiles(Path baseline, Path candidate) {

  /**
   * The evaluation with the causes of what changed, as far as the profiles show them.
   *
   * @param changed names of classes whose code differs between the sides
   */
  public Evaluation explain(Evaluation evaluation, Sides sides, Set<String> changed) {
    return CauseSearch.of(
        evaluation,
        changed,
        new ProfiledRun(sides.baseline(), ref -> read(baseline, ref)),
        new ProfiledRun(sides.candidate(), ref -> read(candidate, ref)));
  }

  /** A profile that cannot be read explains nothing, and is no reason to fail. */
  private static Optional<Profile> read(Path directory, ProfileRef ref) {
    try {
      Optional<InputStream> found = new DirectoryProfiles(directory).open(ref);
      if (found.isEmpty()) {
        return Optional.empty();
      }
      try (InputStream in = found.get()) {
        return Optional.of(CollapsedReader.read(in));
      }
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
