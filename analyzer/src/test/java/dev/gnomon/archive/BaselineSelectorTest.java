package dev.gnomon.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gnomon.compare.Baseline;
import dev.gnomon.environment.Environment;
import dev.gnomon.environment.Fingerprint;
import dev.gnomon.json.SmallRuns;
import dev.gnomon.model.Revision;
import dev.gnomon.model.Run;
import dev.gnomon.model.RunHead;
import dev.gnomon.problem.ProblemException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class BaselineSelectorTest {
  private static final Environment HERE = SmallRuns.strict("cpu.model", "X", "jvm.major", "25");
  private static final Environment ELSEWHERE =
      SmallRuns.strict("cpu.model", "Y", "jvm.major", "17");
  private static final Run CANDIDATE = run("feature", 100, HERE);

  private final InMemory archive = new InMemory();

  @Test
  void theLastTenRunsOfTheBranchAreTakenNewestFirst() {
    for (int day = 0; day < 12; day++) {
      archive.add(run("main", day, HERE));
      archive.add(run("other", day, HERE));
      archive.add(run("main", day, ELSEWHERE));
    }
    Baseline baseline = select("main");
    assertThat(baseline.runs())
        .extracting(Run::startedAt)
        .containsExactlyElementsOf(
            List.of(11, 10, 9, 8, 7, 6, 5, 4, 3, 2).stream()
                .map(day -> SmallRuns.NOON.plus(Duration.ofDays(day)))
                .toList());
    assertThat(baseline.runs()).allMatch(run -> run.environment().equals(HERE));
    assertThat(baseline.choice())
        .isEqualTo("the last 10 runs of main, newest main@bbbbbbb of 2026-11-12");
  }

  @Test
  void onlyTheRunsThatAreTakenAreReadToTheirEnd() {
    for (int day = 0; day < 50; day++) {
      archive.add(run("main", day, HERE));
    }
    assertThat(select("main").runs()).hasSize(10);
    assertThat(archive.read).hasSize(10);
  }

  @Test
  void theCandidateIsNeverItsOwnBaseline() {
    Run onMain = run("main", 3, HERE);
    archive.add(onMain);
    archive.add(run("main", 2, HERE));
    Baseline baseline = BaselineSelector.select(archive, onMain, BaselineQuery.of("main"));
    assertThat(baseline.runs()).containsExactly(run("main", 2, HERE));
    assertThat(baseline.choice())
        .isEqualTo("the last run of main, newest main@bbbbbbb of 2026-11-03");
  }

  @Test
  void aRunThatBeganAfterTheCandidateDoesNotCountSoThatAReplayGivesTheSame() {
    archive.add(run("main", 101, HERE));
    archive.add(run("main", 102, HERE));
    Baseline baseline = select("main");
    assertThat(baseline.runs()).isEmpty();
    assertThat(baseline.choice())
        .isEqualTo(
            "2 runs of main were measured after this one; name a run file to compare with one of"
                + " them");
  }

  @Test
  void runsOfAnotherPlaceAreNotTakenAndTheChoiceSaysWhatDiffers() {
    for (int day = 0; day < 30; day++) {
      archive.add(run("main", day, ELSEWHERE));
    }
    Baseline baseline = select("main");
    assertThat(baseline.runs()).isEmpty();
    assertThat(baseline.choice())
        .isEqualTo(
            "the last 10 runs of main were measured elsewhere: cpu.model was Y, is X; jvm.major was"
                + " 17, is 25");
  }

  @Test
  void aStrictFactThatOneSideLacksForbidsTheComparison() {
    archive.add(run("main", 1, SmallRuns.strict("cpu.model", "X")));
    assertThat(select("main").choice())
        .isEqualTo("1 run of main was measured elsewhere: jvm.major was not set, is 25");
  }

  @Test
  void aFileInAnotherEnvironmentsDirectoryIsStillRefused() {
    archive.misplaced = Optional.of(Fingerprint.of(HERE));
    archive.add(run("main", 1, ELSEWHERE));
    assertThat(select("main").choice()).contains("cpu.model was Y, is X");
  }

  @Test
  void dirtyRunsCountOnlyWhenAskedFor() {
    Run clean = run("main", 1, HERE);
    Revision revision = clean.revision();
    Run dirty =
        SmallRuns.of(
            new Revision(revision.commit(), "main", true, revision.committedAt()),
            clean.startedAt(),
            HERE);
    archive.add(dirty);
    assertThat(select("main").choice())
        .isEqualTo("1 run of main was measured with uncommitted changes, which are no baseline");
    BaselineQuery asked = new BaselineQuery("main", 10, true, false);
    assertThat(BaselineSelector.select(archive, CANDIDATE, asked).runs()).containsExactly(dirty);
  }

  @Test
  void aCommitCanBeNamedByItsFirstDigits() {
    archive.add(run("main", 1, HERE));
    assertThat(select("bbbbbbb").runs()).hasSize(1);
    assertThat(select("bbbbbb").runs()).as("six digits may be a branch only").isEmpty();
    assertThat(select("ccccccc").runs()).isEmpty();
  }

  @Test
  void whereOtherBranchesWereRecordedTheyAreNamed() {
    for (String branch : List.of("d", "c", "b", "a")) {
      archive.add(run(branch, 1, HERE));
    }
    assertThat(select("main").choice())
        .isEqualTo("the archive holds no run of main, but 4 runs of a, b, c and others");
  }

  @Test
  void anEmptyArchiveSaysSo() {
    assertThat(select("main").choice())
        .isEqualTo("the archive holds no run of dev.example:root core yet");
  }

  @Test
  void aDamagedRunIsAnErrorUnlessItIsToBeSkipped() {
    archive.add(run("main", 1, HERE));
    RunAddress bad = archive.add(run("main", 2, HERE));
    archive.damaged.add(bad);
    assertThatThrownBy(() -> select("main"))
        .isInstanceOfSatisfying(
            ProblemException.class, e -> assertThat(e.code()).isEqualTo("archive-file-damaged"));
    BaselineQuery lenient = new BaselineQuery("main", 10, false, true);
    Baseline baseline = BaselineSelector.select(archive, CANDIDATE, lenient);
    assertThat(baseline.runs()).hasSize(1);
    assertThat(baseline.choice()).endsWith("; 1 run skipped as damaged");
  }

  @Test
  void aGivenRunIsTakenWheneverItWasMeasured() {
    Run later = run("main", 200, HERE);
    Baseline baseline = BaselineSelector.given(later, CANDIDATE, "old/run.json");
    assertThat(baseline.runs()).containsExactly(later);
    assertThat(baseline.choice()).isEqualTo("old/run.json, main@bbbbbbb of 2027-05-20");
  }

  @Test
  void aGivenRunOfAnotherPlaceIsRefused() {
    Baseline baseline = BaselineSelector.given(run("main", 1, ELSEWHERE), CANDIDATE, "run.json");
    assertThat(baseline.runs()).isEmpty();
    assertThat(baseline.choice())
        .isEqualTo(
            "run.json was measured elsewhere: cpu.model was Y, is X; jvm.major was 17, is 25");
  }

  private Baseline select(String revision) {
    return BaselineSelector.select(archive, CANDIDATE, BaselineQuery.of(revision));
  }

  private static Run run(String branch, int day, Environment environment) {
    return SmallRuns.of(
        SmallRuns.revision(branch, "b"), SmallRuns.NOON.plus(Duration.ofDays(day)), environment);
  }

  /** An archive without files. */
  private static final class InMemory implements RunArchive {
    private final List<Run> runs = new ArrayList<>();
    private final Set<RunAddress> read = new HashSet<>();
    private final Set<RunAddress> damaged = new HashSet<>();
    private Optional<String> misplaced = Optional.empty();

    @Override
    public RunAddress add(Run run) {
      runs.add(run);
      return address(runs.size() - 1);
    }

    private RunAddress address(int index) {
      Run run = runs.get(index);
      String place = misplaced.orElseGet(() -> Fingerprint.of(run.environment()));
      return new RunAddress(Integer.toString(index), place, run.startedAt(), "");
    }

    @Override
    public List<RunAddress> list(String project, String module) {
      List<RunAddress> all = new ArrayList<>();
      for (int i = 0; i < runs.size(); i++) {
        Run run = runs.get(i);
        if (run.origin().project().equals(project) && run.origin().module().equals(module)) {
          all.add(address(i));
        }
      }
      all.sort(Comparator.comparing(RunAddress::startedAt).reversed());
      return all;
    }

    @Override
    public RunHead readHead(RunAddress address) {
      return RunHead.of(get(address));
    }

    @Override
    public Run read(RunAddress address) {
      read.add(address);
      return get(address);
    }

    private Run get(RunAddress address) {
      if (damaged.contains(address)) {
        throw new ProblemException("archive-file-damaged", "damaged: " + address.path());
      }
      return runs.get(Integer.parseInt(address.path()));
    }
  }
}
