package dev.gnomon.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gnomon.doctor.Diagnosis;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class DiagnosisJsonTest {
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void anyDiagnosisIsAsciiThatNamesItsVersionAndIsTheSameEveryTime(long seed) {
    Diagnosis diagnosis = new RandomRecords(seed, 3).record(Diagnosis.class);
    byte[] json = DiagnosisJson.encode(diagnosis);
    String text = new String(json, StandardCharsets.ISO_8859_1);
    assertThat(text).startsWith("{\"schema\":\"gnomon-doctor/1\",");
    assertThat(text.chars()).allMatch(c -> c < 127);
    assertThat(DiagnosisJson.encode(diagnosis)).isEqualTo(json);
  }
}
