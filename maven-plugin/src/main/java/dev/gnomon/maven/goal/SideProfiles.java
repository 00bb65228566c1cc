package dev.gnomon.maven.goal;

import dev.gnomon.evaluation.CauseSearch;
import dev.gnomon.evaluation.Evaluation;
import dev.gnomon.evaluation.ProfiledRun;
import dev.gnomon.maven.goal.PairMeasuring.Sides;
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
        evaluation,
        changed,
        new ProfiledRun(sides.baseline(), new ForkProfiles(baseline)::read),
        new ProfiledRun(sides.candidate(), new ForkProfiles(candidate)::read));
  }
}
