package dev.gnomon.maven.goal;

import dev.gnomon.compare.Baseline;
import dev.gnomon.evaluation.CauseSearch;
import dev.gnomon.evaluation.Evaluation;
import dev.gnomon.evaluation.ProfiledRun;
import dev.gnomon.model.Run;
import dev.gnomon.profile.RunProfiles;
import java.nio.file.Path;
import java.util.Set;

/**
 * Explains changes against stored runs by the profiles that the archive holds of them.
 *
 * @param archived those of the baseline
 * @param profiles directory of the candidate's profiles
 */
public record StoredCauses(ArchivedProfiles archived, Path profiles) {

  /**
   * The evaluation with the causes of what changed, where nothing has explained it yet. The newest
   * run of the baseline that has profiles stands for it.
   */
  public Evaluation explain(Evaluation evaluation, Run candidate, Baseline baseline) {
    if (!CauseSearch.isOpen(evaluation)) {
      return evaluation;
    }
    for (Run run : baseline.runs()) {
      RunProfiles stored = archived.of(run);
      if (!stored.isEmpty()) {
        return CauseSearch.of(
            evaluation,
            Set.of(),
            new ProfiledRun(run, ref -> stored.named(ref.file())),
            new ProfiledRun(candidate, new ForkProfiles(profiles)::read));
      }
    }
    return evaluation;
  }
}
