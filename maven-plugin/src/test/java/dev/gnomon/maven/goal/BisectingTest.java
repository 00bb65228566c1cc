package dev.gnomon.maven.goal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.gnomon.maven.goal.Bisecting.Enough;
import dev.gnomon.maven.goal.Bisecting.Found;
import dev.gnomon.problem.ProblemException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BisectingTest {
  private final List<String> told = new ArrayList<>();
  private final List<String> measured = new ArrayList<>();
  private final Map<String, Double> costs = new HashMap<>();
  private String stoppedAt = "";

  /** Eight commits after the good one; what a commit costs beyond it, and never measured if NaN. */
  private Bisecting bisecting() {
    List<String> commits = IntStream.rangeClosed(0, 8).mapToObj(i -> "commit-" + i).toList();
    return new Bisecting(commits, this::pairs, told::add);
  }

  private Found search() {
    return bisecting().search();
  }

  private List<Double> pairs(String commit, Enough enough) {
    measured.add(commit);
    if (commit.equals(stoppedAt)) {
      Thread.currentThread().interrupt();
      return List.of();
    }
    double center = costs.getOrDefault(commit, 0.0);
    Random random = new Random(commit.hashCode());
    List<Double> ratios = new ArrayList<>();
    OptionalInt wanted = enough.wanted(ratios);
    while (!Double.isNaN(center) && wanted.isPresent() && ratios.size() < wanted.getAsInt()) {
      ratios.add(center + 0.01 * random.nextGaussian());
      wanted = enough.wanted(ratios);
    }
    return ratios;
  }

  private void slowerFrom(int first) {
    IntStream.rangeClosed(first, 8).forEach(commit -> costs.put("commit-" + commit, 0.2));
  }

  @Test
  void theCommitIsFoundAndEachStepIsTold() {
    slowerFrom(6);

    Found found = search();

    assertThat(found.exact()).isTrue();
    assertThat(found.firstBad()).isEqualTo(6);
    assertThat(Math.expm1(found.change().value())).isBetween(0.2, 0.25);
    assertThat(measured).containsExactly("commit-8", "commit-4", "commit-6", "commit-5");
    assertThat(told.get(0)).startsWith("The ends differ by +2");
    assertThat(told.get(1)).startsWith("commit-4 (4 of 8) is like the good end: ");
    assertThat(told.get(2)).startsWith("commit-6 (6 of 8) is like the bad end: +2");
  }

  @Test
  void anImprovementIsFoundAlike() {
    IntStream.rangeClosed(3, 8).forEach(commit -> costs.put("commit-" + commit, -0.2));

    assertThat(search().firstBad()).isEqualTo(3);
  }

  @Test
  void commitsThatCannotBeMeasuredAreNamedAndPassedOver() {
    slowerFrom(4);
    costs.put("commit-3", Double.NaN);
    costs.put("commit-4", Double.NaN);

    Found found = search();

    assertThat(found.exact()).isFalse();
    assertThat(found.lastGood()).isEqualTo(2);
    assertThat(found.firstBad()).isEqualTo(5);
    assertThat(told).contains("commit-4 (4 of 8) can't be told");
  }

  @Test
  void equalEndsLeaveNothingToLookFor() {
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(this::search)
        .withMessageContaining("does not differ between commit-0 and commit-8 as far as 30 pairs")
        .matches(problem -> problem.code().equals("bisect-nothing"));
    assertThat(measured).containsExactly("commit-8");
  }

  @Test
  void endsThatCannotBeMeasuredAreSaidSo() {
    costs.put("commit-8", Double.NaN);

    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(this::search)
        .withMessageContaining("as far as could be measured");
  }

  @Test
  void aStoppedSearchTellsWhatIsKnownSoFar() {
    slowerFrom(6);
    stoppedAt = "commit-6";
    List<Found> found = new ArrayList<>();

    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> bisecting().search(found::add))
        .withMessageContaining("told above")
        .returns("interrupted", ProblemException::code);

    assertThat(found).hasSize(1);
    assertThat(found.get(0).lastGood()).isEqualTo(4);
    assertThat(found.get(0).firstBad()).isEqualTo(8);
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
  }

  @Test
  void aSearchThatIsStoppedAtItsEndsDoesNotClaimThatTheyAreAlike() {
    slowerFrom(6);
    stoppedAt = "commit-8";
    List<Found> found = new ArrayList<>();

    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> bisecting().search(found::add))
        .withMessageContaining("nothing is known")
        .returns("interrupted", ProblemException::code);

    assertThat(Thread.interrupted()).isTrue();
    assertThat(found).isEmpty();
  }
}
