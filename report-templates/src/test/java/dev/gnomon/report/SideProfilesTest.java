package dev.gnomon.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gnomon.model.ProfileRef;
import dev.gnomon.model.Run;
import dev.gnomon.profile.RunProfiles;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The profiles of a report: what is drawn, what is copied, and what is not believed. */
class SideProfilesTest {
  private static final ProfileRef RECORDED =
      new ProfileRef("ok", "fork-0000.jfr", "cpu", "ctimer", 1_000_000);

  @TempDir Path directory;

  @Test
  void bothSidesAreDrawnAndOffered() {
    InMemoryOutput out = write(new SideProfiles(ExampleProfiles.ALL, ExampleProfiles.ALL));
    assertThat(profiles(out))
        .containsExactlyInAnyOrder(
            "report/profiles/001.collapsed", "report/profiles/001-baseline.collapsed");
    assertThat(page(out))
        .contains("id=\"b1-flame-candidate\"", "id=\"b1-flame-baseline\"")
        .contains("href=\"profiles/001.collapsed\"", "href=\"profiles/001-baseline.collapsed\"")
        .contains(
            "<p class=\"note\">3099 samples, cpu every 1 ms by ctimer in the measured iterations of 3 forks.</p>")
        .contains("in the measured iterations of 3 forks of main@2222222.</p>")
        .contains("Flame graph of TokenizerBenchmark.parse (size=1000), baseline");
  }

  @Test
  void oneSideHasNothingToChooseFrom() {
    InMemoryOutput out = write(SideProfiles.of(ExampleProfiles.ALL));
    assertThat(profiles(out)).containsExactly("report/profiles/001.collapsed");
    assertThat(page(out)).doesNotContain("type=\"radio\"");
  }

  @Test
  void theBaselineIsShownWhereTheCandidateHasNothing() {
    InMemoryOutput out = write(new SideProfiles(Profiles.NONE, ExampleProfiles.ALL));
    assertThat(profiles(out)).containsExactly("report/profiles/001-baseline.collapsed");
    assertThat(page(out))
        .contains("The profile is not there any more, or has no sample.")
        .contains("Flame graph of TokenizerBenchmark.parse (size=1000), baseline");
  }

  @Test
  void theNewestRunThatHasAProfileIsTheBaselines() {
    Profiles older =
        new Profiles() {
          @Override
          public Optional<InputStream> open(ProfileRef ref) {
            return Optional.empty();
          }

          @Override
          public Profiles in(Run run) {
            boolean old = run.revision().commit().compareTo("3") > 0;
            return old ? ExampleProfiles.ALL : Profiles.NONE;
          }
        };
    Examples.Example example = Examples.typical();
    InMemoryOutput out = new InMemoryOutput();
    write(example, example.candidate(), new SideProfiles(ExampleProfiles.ALL, older), out);
    assertThat(page(out)).contains("of main@3333333.</p>").doesNotContain("of main@4444444.</p>");
  }

  @Test
  void whatWasKeptBesideARunIsReadAgain() {
    String file = Examples.small().candidate().series().get(0).forks().get(0).profile().file();
    Profiles kept = Profiles.of(new RunProfiles(Map.of(file, ExampleProfiles.profile(0))));
    assertThat(page(write(SideProfiles.of(kept)))).contains("3099 samples, cpu every 1 ms");
  }

  @Test
  void bytesAreCountedAndCalledBytes() {
    ProfileRef ref = new ProfileRef("ok", "f.collapsed", "alloc", "", 524_288, 812);
    String stacks = "a/B_jmhTest.x_jmhStub;a/B.x;java.lang.Integer_[i] 4100000\n";
    InMemoryOutput out = written(ref, ExampleProfiles.of(stacks));
    assertThat(page(out))
        .contains(
            "2436 samples, 12.3 MB, allocation every 524 kB in the measured iterations of 3 forks.")
        .contains("java.lang.Integer: 100 % of the allocation")
        .contains("<span>What was allocated</span>");
  }

  @Test
  void waitingForLocksIsCalledSo() {
    ProfileRef ref = new ProfileRef("ok", "f.collapsed", "lock", "", 10_000);
    String stacks = "a/B_jmhTest.x_jmhStub;a/B.x;java.lang.Object_[i] 2000000\n";
    assertThat(page(written(ref, ExampleProfiles.of(stacks))))
        .contains("6 ms, waiting for locks every 10 µs in the measured iterations of 3 forks.")
        .contains("100 % of the waiting for locks");
  }

  @Test
  void aTimerThatFiresLessOftenThanItWasAskedToIsTold() {
    ProfileRef ref = new ProfileRef("ok", "f.collapsed", "cpu", "ctimer", 1_000_000, 1_000);
    assertThat(page(written(ref, ExampleProfiles.ALL)))
        .containsPattern("every 1 ms by ctimer \\(in effect every 2\\.\\d+ ms\\) in the measured");
  }

  @Test
  void aRecordingIsOfferedByteForByte() throws IOException {
    byte[] recording = {'F', 'L', 'R', 0, (byte) 0xff, (byte) 0xfe, '\r', '\n'};
    Profiles profiles = ref -> Optional.of(new ByteArrayInputStream(recording));
    Examples.Example example = Examples.small();
    write(
        example,
        ExampleProfiles.refer(example.candidate(), RECORDED),
        SideProfiles.of(profiles),
        new DirectoryOutput(directory));
    assertThat(directory.resolve("report/profiles/001-3.jfr")).hasBinaryContent(recording);
    assertThat(Files.readString(directory.resolve("report/index.html")))
        .contains("href=\"profiles/001-2.jfr\">JFR recording of fork 2</a>")
        .contains("Recordings of JFR are not drawn here.")
        .doesNotContain("Flame graph of ");
  }

  @Test
  void aRecordingThatIsTooLargeIsLeftOutAndSaidSo() {
    byte[] large = new byte[(32 << 20) + 1];
    InMemoryOutput out = written(RECORDED, ref -> Optional.of(new ByteArrayInputStream(large)));
    assertThat(profiles(out)).isEmpty();
    assertThat(page(out))
        .contains(
            "3 of 3 recordings of JFR are left out: they are not there any more, or larger than 32 MiB together.");
  }

  @Test
  void namesOfFilesAreNotBelieved() throws IOException {
    Path profiles = Files.createDirectories(directory.resolve("profiles"));
    Path jfr = Files.writeString(directory.resolve("secret.jfr"), "secret");
    Path stacks = Files.writeString(directory.resolve("secret.collapsed"), "secret;stack 1\n");
    for (String name :
        List.of(
            "../secret.jfr",
            "../secret.collapsed",
            "sub/../../secret.jfr",
            jfr.toString(),
            stacks.toString(),
            "..",
            "a\u0000b.jfr",
            "<script>alert(1)</script>.jfr")) {
      ProfileRef ref = new ProfileRef("ok", name, "cpu", "ctimer", 1_000_000);
      InMemoryOutput out = written(ref, new DirectoryProfiles(profiles));
      assertThat(profiles(out)).as(name).isEmpty();
      assertThat(page(out)).doesNotContain("secret").doesNotContain("<script>alert");
    }
  }

  private static InMemoryOutput written(ProfileRef ref, Profiles profiles) {
    Examples.Example example = Examples.small();
    InMemoryOutput out = new InMemoryOutput();
    write(example, ExampleProfiles.refer(example.candidate(), ref), SideProfiles.of(profiles), out);
    return out;
  }

  private static InMemoryOutput write(SideProfiles profiles) {
    InMemoryOutput out = new InMemoryOutput();
    write(Examples.small(), Examples.small().candidate(), profiles, out);
    return out;
  }

  private static void write(
      Examples.Example example, Run candidate, SideProfiles profiles, ReportOutput out) {
    new ReportWriter(ReportOptions.withExternalAssets(""))
        .write(example.evaluation(), candidate, example.baseline(), profiles, out);
  }

  private static List<String> profiles(InMemoryOutput out) {
    return out.names().stream().filter(name -> name.contains("/profiles/")).toList();
  }

  private static String page(InMemoryOutput out) {
    return out.text("report/index.html");
  }
}
