package dev.gnomon.maven.goal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.gnomon.archive.KeptArchive;
import dev.gnomon.maven.config.Setting;
import dev.gnomon.maven.goal.Archiving.Databases;
import dev.gnomon.problem.ProblemException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchivingTest {
  @TempDir Path base;
  private final List<String> asked = new ArrayList<>();

  private final Databases databases =
      url -> {
        asked.add(url);
        return () -> {
          throw new SQLException("no server");
        };
      };

  @Test
  void aDirectoryIsRelativeToTheTopOfTheBuild() {
    assertThat(open("a/../b").place()).isEqualTo(base.resolve("b").toString());
    assertThat(open(null).place()).isEqualTo(base.resolve(".perf/archive").toString());
    assertThat(asked).isEmpty();
  }

  @Test
  void aBranchNeedsACheckout() {
    assertThat(problem("git:perf").code()).isEqualTo("not-a-repository");
  }

  @Test
  void aDatabaseIsNamedWithoutItsParameters() {
    String url = "jdbc:postgresql://a:b@host/perf?password=secret";
    assertThat(open(url).place()).isEqualTo("jdbc:postgresql://host/perf");
    assertThat(asked).containsExactly(url);
  }

  @Test
  void anotherDatabaseIsNoArchive() {
    assertThat(problem("jdbc:mysql://host/perf?password=secret"))
        .hasMessageStartingWith("perf.archive is jdbc:mysql://host/perf, which is no kind of")
        .extracting(ProblemException::code)
        .isEqualTo("archive-kind-unknown");
  }

  private KeptArchive open(String text) {
    return Archiving.open(new Setting("perf.archive", text), base, databases);
  }

  private ProblemException problem(String text) {
    return catchThrowableOfType(ProblemException.class, () -> open(text));
  }
}
