package dev.gnomon.maven;

import dev.gnomon.archive.directory.WholeFile;
import dev.gnomon.evaluation.Evaluation;
import dev.gnomon.json.EvaluationJson;
import dev.gnomon.model.Run;
import java.util.List;

/** Writes everything that tells of an evaluation. */
final class Reporting {
  private Reporting() {}

  static void write(PerfMojo mojo, Evaluation evaluation, Run candidate, List<Run> baseline) {
    WholeFile.replace(mojo.workspace().evaluation(), EvaluationJson.encode(evaluation));
  }
}
