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
 * @param against as the user wrote it; empty where drift is not judged
 * @param query the runs it stands for
 * @param fails whether drift beyond a limit fails the build
 * @param base what a file's name is relative to
 */
public record Drifting(
    Optional<String> against, Optional<BaselineQuery> query, boolean fails, Path base) {

  /**
   * The policy of the baseline. Where drift may fail the build too, each of the two gets half of
   * the probability that chance alone fails it.
   */
  public GatePolicy share(GatePolicy policy) {
    return fails
        ? new GatePolicy(
            policy.rules(),
            policy.alpha() / 2,
            policy.onMissing(),
            policy.onNoBaseline(),
            policy.onPartial(),
            policy.onUnconfirmed())
        : policy;
  }

  /**
   * How far a run is from the release; empty where none is named.
   *
   * @param archive where the runs of the release are
   * @param policy the policy of the baseline, shared as above
   */
  public Optional<Drift> judge(
      RunArchive archive, Run candidate, GatePolicy policy, List<Acceptance> accepted) {
    return query.map(
        wanted ->
            Drifts.judge(
                candidate,
                Judging.choose(archive, candidate, wanted, base),
                name(),
                policy,
                fails ? Effect.FAILS : Effect.WARNS,
                accepted));
  }

  private String name() {
    String text = against.orElseThrow();
    return text.startsWith(PinsFile.PREFIX) ? text.substring(PinsFile.PREFIX.length()) : text;
  }
}
