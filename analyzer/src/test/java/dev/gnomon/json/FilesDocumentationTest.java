package dev.gnomon.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gnomon.doctor.Diagnosis;
import dev.gnomon.evaluation.Evaluation;
import dev.gnomon.model.Run;
import dev.gnomon.profile.FrameNames;
import dev.gnomon.profile.Profile;
import dev.gnomon.profile.RunProfiles;
import dev.gnomon.profile.Stack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** docs/files.md names every field that is written, and none that is not. */
final class FilesDocumentationTest {
  private static final Pattern ROW = Pattern.compile("^\\| `([^`]+)` \\|", Pattern.MULTILINE);
  private static final long SEED = 11;

  @Test
  void everyFieldOfARunIsDocumented() throws IOException {
    FieldPaths written = FieldPaths.of(RunJson.encode(random(Run.class)));
    assertThat(documented("## `run.json`", "Iterations stand as columns"))
        .isEqualTo(written.paths());
    assertThat(documented("Iterations stand as columns", "## `evaluation.json`"))
        .isEqualTo(written.columns());
  }

  @Test
  void everyFieldOfAnEvaluationIsDocumented() throws IOException {
    FieldPaths written = FieldPaths.of(EvaluationJson.encode(random(Evaluation.class)));
    assertThat(documented("## `evaluation.json`", "## `doctor.json`")).isEqualTo(written.paths());
  }

  @Test
  void everyFieldOfADiagnosisIsDocumented() throws IOException {
    FieldPaths written = FieldPaths.of(DiagnosisJson.encode(random(Diagnosis.class)));
    assertThat(documented("## `doctor.json`", "## `….profiles.gz`")).isEqualTo(written.paths());
  }

  @Test
  void everyFieldOfProfilesIsDocumented() throws IOException {
    Profile one = new Profile(Map.of(new Stack(List.of(FrameNames.parse("a/A.run"))), 1L), 0);
    FieldPaths written = FieldPaths.of(ProfilesJson.encode(new RunProfiles(Map.of("fork", one))));
    assertThat(documented("## `….profiles.gz`", "## Limits")).isEqualTo(written.paths());
  }

  private static <T extends Record> T random(Class<T> type) {
    return new RandomRecords(SEED, 3).record(type);
  }

  private static Set<String> documented(String from, String to) throws IOException {
    String page = Files.readString(Path.of("..", "docs", "files.md"));
    Matcher rows = ROW.matcher(page.substring(page.indexOf(from), page.indexOf(to)));
    Set<String> names = new TreeSet<>();
    while (rows.find()) {
      names.add(rows.group(1));
    }
    return names;
  }
}
