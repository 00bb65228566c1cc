package dev.gnomon.maven.goal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gnomon.environment.probe.GitCommand;
import dev.gnomon.report.trend.Commit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GitCommitsTest {
  @TempDir private Path directory;

  private final List<String> ids = new ArrayList<>();

  @BeforeEach
  void threeCommits() throws IOException {
    git("init", "--quiet", "--initial-branch=main");
    for (String subject : List.of("One", "Two\n\nBody", "Three \u001b[31m<b>")) {
      Files.writeString(directory.resolve("file"), subject);
      git("add", "--all");
      git(
          "-c",
          "user.name=Ann",
          "-c",
          "user.email=a@localhost",
          "commit",
          "--quiet",
          "-m",
          subject);
      ids.add(git("rev-parse", "HEAD").strip());
    }
  }

  @Test
  void theCommitsAfterOneAndUpToAnotherNewestFirst() {
    assertThat(new GitCommits(directory).between(ids.get(0), ids.get(2)))
        .containsExactly(
            new Commit(ids.get(2), "Ann", "Three \u001b[31m<b>"),
            new Commit(ids.get(1), "Ann", "Two"));
  }

  @Test
  void whatIsNoCommitOfTheRepositoryGivesNone() {
    GitCommits commits = new GitCommits(directory);
    assertThat(commits.between("0123456789", ids.get(0))).isEmpty();
    assertThat(commits.between("--output=" + directory.resolve("x"), ids.get(0))).isEmpty();
    assertThat(commits.between("main", "HEAD")).isEmpty();
    assertThat(directory.resolve("x")).doesNotExist();
  }

  private String git(String... arguments) {
    return new GitCommand(directory).answer(arguments).orElseThrow();
  }
}
