package dev.gnomon.maven.it;

import static dev.gnomon.maven.it.MavenUnderTest.CURRENT;
import static dev.gnomon.maven.it.MavenUnderTest.PLUGIN;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A history of real commits, searched by a real Maven. */
class BisectIT {
  private static final String BISECT = PLUGIN + "bisect";
  private static final String WORK = "src/main/java/it/Work.java";

  private static String work(int size, String remark) {
    return """
    package it;

    public final class Work {
      // %s
      public static long work(long seed) {
        long sum = seed;
        for (int i = 0; i < %d; i++) {
          sum += i ^ (sum << 1);
        }
        return sum;
      }
    }
    """
        .formatted(remark, size);
  }

  private static ItProject project(String use) {
    ItProject project = ItProject.copy("suite-in-tests", "bisect-" + use);
    project.write(
        "src/test/java/it/suite/Working.java",
        """
        package it.suite;

        import org.openjdk.jmh.annotations.Benchmark;
        import org.openjdk.jmh.annotations.BenchmarkMode;
        import org.openjdk.jmh.annotations.Mode;

        @BenchmarkMode(Mode.AverageTime)
        public class Working {
          @Benchmark
          public long work() {
            return it.Work.work(7);
          }
        }
        """);
    project.write(WORK, work(1_000, "one"));
    project.committed();
    return project;
  }

  private static BuildResult run(ItProject project, String... more) {
    return project.maven(CURRENT, ShortPlan.with(4, BISECT, more));
  }

  @Test
  void theCommitIsNamedWithWhatItChanged() {
    ItProject project = project("found");
    project.git("tag", "good");
    project.write(WORK, work(1_000, "two"));
    project.commit("Say two");
    project.write(WORK, work(40_000, "three"));
    project.commit("Work longer");
    project.write(WORK, work(40_000, "four").replace("return sum;", "return sum"));
    project.commit("Break the build");
    project.write(WORK, work(40_000, "five"));
    project.commit("Mend the build");

    run(project, "-Dperf.benchmark=Working.work", "-Dperf.good=good")
        .succeeds()
        .says("4 commits from good to HEAD")
        .says("The ends differ by +")
        .says("(2 of 4) is like the bad end", "(1 of 4) is like the good end")
        .says("Working.work changed by +")
        .says("Work longer", "src/main/java/it/Work.java");
    assertThat(project.git("worktree", "list").lines()).hasSize(1);
    assertThat(project.git("status", "--porcelain")).isBlank();
  }

  @Test
  void whatCannotBeSearchedIsSaid() {
    ItProject project = project("refused");

    run(project, "-Dperf.benchmark=Working.work", "-Dperf.good=HEAD")
        .breaks()
        .says("expected a commit and a later one", "bisect-range.md");
    run(project, "-Dperf.benchmark=Working.work", "-Dperf.good=v9")
        .breaks()
        .says("perf.good is v9, which names no commit");
    project.write(WORK, work(1_000, "two"));
    project.commit("Say two");
    run(project, "-Dperf.benchmark=Nothing", "-Dperf.good=HEAD~1")
        .breaks()
        .says("perf.benchmark is Nothing, which names 0 benchmarks");
  }
}
