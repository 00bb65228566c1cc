package dev.gnomon.maven.goal;

import dev.gnomon.archive.RunArchive;
import dev.gnomon.archive.StoredRun;
import dev.gnomon.compare.Baseline;
import dev.gnomon.evaluation.CauseSearch;
import dev.gnomon.evaluation.Evaluation;
import dev.gnomon.evaluation.ProfiledRun;
import dev.gnomon.model.Run;
import dev.gnomon.problem.ProblemException;
import dev.gnomon.profile.RunProfiles;
import java.nio.file.Path;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Explains changes against stored runs by the profiles that the archive holds of them.
 *
 * @param archive where the baseline is
 * @param profiles directory of the candidate's profiles
 * @param warn told of profiles that cannot be read, which is no reason to fail
 */
public record StoredCauses(RunArchive archive, Path profiles, Consumer<String> warn) {

  /**
   * The evaluation with the causes of what changed, where nothing has explained it yet. The newest
   * run of the baseline that has profiles stands for it.
   */
  public Evaluation explain(Evaluation evaluation, Run candidate, Baseline baseline) {
    if (!CauseSearch.isOpen(evaluation)) {
      return evaluation;
    }
    for (Run run : baseline.runs()) {
      RunProfiles stored = stored(run);
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

  private RunProfiles stored(Run run) {
    try {
      return archive.profiles(StoredRun.of(run).address());
    } catch (ProblemException e) {
      warn.accept(e.getMessage());
      return RunProfiles.NONE;
    }
  }
}
