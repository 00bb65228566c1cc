package dev.gnomon.maven.goal;

import dev.gnomon.evaluation.CauseSearch;
import dev.gnomon.evaluation.Evaluation;
import dev.gnomon.evaluation.ProfiledRun;
import dev.gnomon.maven.goal.PairMeasuring.Sides;
import dev.gnomon.model.Run;
import java.nio.file.Path;
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
        evaluation, changed, baseline(sides.baseline()), candidate(sides.candidate()));
  }

  /** The baseline's run with its profiles. */
  ProfiledRun baseline(Run run) {
    return new ProfiledRun(run, new ForkProfiles(baseline)::read);
  }

  /** The candidate's run with its profiles. */
  ProfiledRun candidate(Run run) {
    return new ProfiledRun(run, new ForkProfiles(candidate)::read);
  }
}
