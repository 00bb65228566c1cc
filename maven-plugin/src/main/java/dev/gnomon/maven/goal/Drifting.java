package dev.gnomon.maven.goal;

import dev.gnomon.archive.BaselineQuery;
import dev.gnomon.archive.RunArchive;
import dev.gnomon.evaluation.Drift;
import dev.gnomon.evaluation.Drifts;
import dev.gnomon.gate.Acceptance;
import dev.gnomon.gate.GatePolicy;
import dev.gnomon.gate.Judgement.Effect;
import dev.gnomon.model.Run;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What drift is judged against, and what it does.
 *
 * @param release what it is judged against; empty where it is not judged
 * @param fails whether drift beyond a limit fails the build
 * @param base what a file's name is relative to
 */
public record Drifting(Optional<Release> release, boolean fails, Path base) {

  /**
   * Runs of the past that drift is judged against.
   *
   * @param against as the user wrote it
   * @param query the runs it stands for
   */
  public record Release(String against, BaselineQuery query) {
    String name() {
      return against.startsWith(PinsFile.PREFIX)
          ? against.substring(PinsFile.PREFIX.length())
          : against;
    }
  }

  /**
   * The policy of the baseline. Where drift may fail the build too, each of the two gets half of
   * the probability that chance alone fails it.
   */
  public GatePolicy share(GatePolicy policy) {
    return fails ? policy.withAlpha(policy.alpha() / 2) : policy;
  }

  /**
   * How far a run is from the release; empty where none is named.
   *
   * @param archive where the runs of the release are
   * @param policy the policy of the baseline, shared as above
   */
  public Optional<Drift> judge(
      RunArchive archive, Run candidate, GatePolicy policy, List<Acceptance> accepted) {
    return release.map(
        wanted ->
            Drifts.judge(
                candidate,
                Judging.choose(archive, candidate, wanted.query(), base),
                wanted.name(),
                policy,
                fails ? Effect.FAILS : Effect.WARNS,
                accepted));
  }
}
