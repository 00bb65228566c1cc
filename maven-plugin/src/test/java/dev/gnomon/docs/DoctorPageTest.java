package dev.gnomon.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gnomon.doctor.Check;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DoctorPageTest {
  @Test
  void everyFindingHasItsSectionAndEverySectionItsFinding() {
    List<String> sections =
        Pattern.compile("^### (\\S+)$", Pattern.MULTILINE)
            .matcher(Repository.read("docs/doctor.md"))
            .results()
            .map(match -> match.group(1))
            .toList();

    assertThat(sections)
        .containsExactlyInAnyOrderElementsOf(Stream.of(Check.values()).map(Check::id).toList());
  }
}
