package dev.gnomon.maven;

import dev.gnomon.environment.probe.GitProbe;
import dev.gnomon.gate.Acceptance;
import dev.gnomon.maven.config.ConfiguredPath;
import dev.gnomon.maven.config.Setting;
import dev.gnomon.maven.goal.AcceptedFile;
import dev.gnomon.maven.goal.Accepting;
import dev.gnomon.maven.goal.LastCheck;
import dev.gnomon.problem.ProblemException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Accepts what failed the last <code>check</code>: writes benchmark, metric, size, reason, author
 * and expiry into a file that is committed and reviewed with the change. Later checks show an
 * accepted regression as such and pass.
 */
@Mojo(name = "accept", threadSafe = true)
public final class AcceptMojo extends PerfMojo {
  /**
   * Benchmarks to accept, as the last check printed them; <code>*</code> stands for any text.
   * Example: <code>-Dperf.benchmark=Tokenizer.parse</code>.
   */
  @Parameter(property = "perf.benchmark")
  String benchmark;

  /** Why the change is accepted, for whoever reads it next year. */
  @Parameter(property = "perf.reason")
  String reason;

  /** Who accepts it. Default: the author of the last commit, as git knows it. */
  @Parameter(property = "perf.author")
  String author;

  /** For how many days it is accepted; after that the check fails again. */
  @Parameter(property = "perf.acceptDays", defaultValue = "90")
  int days;

  /** File of what was accepted, relative to the top directory of the build. */
  @Parameter(property = "perf.accepted", defaultValue = ".perf/accepted.json")
  String accepted;

  @Override
  void perform() {
    String pattern = required("perf.benchmark", benchmark, "Tokenizer.parse");
    String why = required("perf.reason", reason, "\"the checks of the new format cost this\"");
    if (days < 1) {
      throw new ProblemException(
          "invalid-setting", "perf.acceptDays is %d, expected at least 1.".formatted(days));
    }
    LastCheck last = LastCheck.read(workspace());
    Accepting accepting = new Accepting(why, author(), LocalDate.now(ZoneOffset.UTC), days);
    List<Acceptance> acceptances = accepting.of(last.judgements(pattern));
    if (acceptances.isEmpty()) {
      throw new ProblemException(
          "nothing-to-accept",
          "Nothing of %s failed the last check, so there is nothing to accept.".formatted(pattern));
    }
    AcceptedFile file = file();
    file.add(acceptances);
    for (Acceptance acceptance : acceptances) {
      getLog()
          .info(
              String.format(
                  Locale.ROOT,
                  "Accepted %s, %s: up to +%.0f %% until %s.",
                  acceptance.benchmark(),
                  acceptance.metric(),
                  100 * acceptance.upTo(),
                  acceptance.expiresOn()));
    }
    getLog().info("Commit " + file.path() + " with the change, so that it is reviewed.");
  }

  private AcceptedFile file() {
    return new AcceptedFile(
        ConfiguredPath.read(new Setting("perf.accepted", accepted), module().reactorRoot())
            .orElseThrow());
  }

  private String author() {
    return new Setting("perf.author", author)
        .value()
        .or(() -> new GitProbe(System.getenv()).author(module().base()))
        .orElseThrow(
            () ->
                new ProblemException(
                    "invalid-setting",
                    "perf.author is not set, and git knows no author. Say who accepts the change with -Dperf.author=…"));
  }

  private static String required(String property, String text, String example) {
    return new Setting(property, text)
        .value()
        .orElseThrow(
            () ->
                new ProblemException(
                    "invalid-setting",
                    "%s is not set, expected a text: -D%s=%s"
                        .formatted(property, property, example)));
  }
}
