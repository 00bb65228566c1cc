package dev.gnomon.maven;

import dev.gnomon.evaluation.Evaluation;
import dev.gnomon.evaluation.Explainer;
import dev.gnomon.evaluation.Explanation;
import dev.gnomon.gate.Judgement;
import dev.gnomon.maven.config.ConfiguredPath;
import dev.gnomon.maven.config.Setting;
import dev.gnomon.maven.goal.AcceptedFile;
import dev.gnomon.maven.goal.LastCheck;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Prints how the last <code>check</code> came to its verdict on a benchmark, from the values of the
 * forks to what it means for the build, and whether the stored run gives the same verdict again.
 */
@Mojo(name = "explain", threadSafe = true)
public final class ExplainMojo extends PerfMojo {
  /**
   * Benchmarks to explain, as the last check printed them; <code>*</code> stands for any text.
   * Example: <code>-Dperf.benchmark=Tokenizer.parse</code>.
   */
  @Parameter(property = "perf.benchmark", defaultValue = "*")
  String benchmark;

  /** File of what was accepted, relative to the top directory of the build. */
  @Parameter(property = "perf.accepted", defaultValue = ".perf/accepted.json")
  String accepted;

  @Override
  void perform() {
    LastCheck last = LastCheck.read(workspace());
    for (Judgement judgement : last.judgements(benchmark)) {
      Explanation explanation = Explainer.explain(last.evaluation(), judgement);
      getLog().info(explanation.title());
      explanation.lines().forEach(line -> getLog().info("  " + line));
    }
    replay(last);
  }

  private void replay(LastCheck last) {
    AcceptedFile file =
        new AcceptedFile(
            ConfiguredPath.read(new Setting("perf.accepted", accepted), module().reactorRoot())
                .orElseThrow());
    Evaluation again = last.again(file.read());
    if (again.judgements().equals(last.evaluation().judgements())) {
      getLog().info("Judged again from run.json and its baseline: every verdict is the same.");
    } else {
      getLog()
          .warn(
              "Judged again from run.json and its baseline, some verdicts differ: %s was changed since, or the check was made by another version of Gnomon (%s)."
                  .formatted(file.path(), last.evaluation().candidate().origin().toolVersion()));
    }
  }
}
