package dev.gnomon.maven.it;

import static dev.gnomon.maven.it.MavenUnderTest.CURRENT;
import static dev.gnomon.maven.it.MavenUnderTest.PLUGIN;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

/** Questions over an archive with known runs, and its exports. */
class QueryIT {
  private final ItProject project;

  QueryIT(TestInfo test) {
    project = ItProject.copy("given-runs", test.getTestMethod().orElseThrow().getName());
    new StoredRuns(project, "it", "given-runs").archived("machine A", "a.Cache.get", "a.Cache.put");
  }

  private BuildResult query(String... arguments) {
    String[] all = new String[arguments.length + 1];
    all[0] = PLUGIN + "query";
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    return project.maven(CURRENT, all);
  }

  @Test
  void aQuestionIsAnsweredAndTheNextReadsOnlyWhatIsNew() {
    query("-Dperf.question=noisiest").succeeds().says("Read 3 new runs", "a.Cache.get", "2 rows");
    query("-Dperf.sql=SELECT count(*) AS n FROM fork", "-Dperf.format=json", "-Dperf.to=n.json")
        .succeeds()
        .doesNotSay("new runs");
    assertThat(project.text("n.json")).isEqualTo("[\n  {\"n\": 30}\n]\n");
  }

  @Test
  void withoutAQuestionTheKnownOnesAreListed() {
    query().succeeds().says("slower-since", "Which benchmarks are slower");
  }

  @Test
  void aStatementThatWritesIsRefused() {
    query("-Dperf.sql=COPY run TO 'stolen.csv'").breaks().says("docs/errors/query-refused.md");
    assertThat(project.path("stolen.csv")).doesNotExist();
  }

  @Test
  void nothingIsNoAnswer() {
    query("-Dperf.question=noisiest", "-Dperf.archive=elsewhere")
        .breaks()
        .says("elsewhere holds no run of", "docs/errors/no-history.md");
    project
        .maven(CURRENT, PLUGIN + "export", "-Dperf.to=none", "-Dperf.archive=elsewhere")
        .breaks()
        .says("docs/errors/no-history.md");
    assertThat(project.path("none")).doesNotExist();
  }

  @Test
  void theArchiveIsExported() {
    project.maven(CURRENT, PLUGIN + "export", "-Dperf.to=out").succeeds();
    assertThat(project.path("out/result/module=given-runs/year=2026")).isNotEmptyDirectory();
    for (String form : new String[] {"go", "jmh", "openmetrics"}) {
      project
          .maven(CURRENT, PLUGIN + "export", "-Dperf.to=" + form, "-Dperf.exportFormat=" + form)
          .succeeds();
      assertThat(project.text(form)).contains("a.Cache.get");
    }
  }
}
