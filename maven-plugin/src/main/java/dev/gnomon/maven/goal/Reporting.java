package dev.gnomon.maven.goal;

import dev.gnomon.archive.directory.WholeFile;
import dev.gnomon.evaluation.Evaluation;
import dev.gnomon.json.EvaluationJson;
import dev.gnomon.model.Run;
import dev.gnomon.report.DirectoryOutput;
import dev.gnomon.report.DirectoryProfiles;
import dev.gnomon.report.Profiles;
import dev.gnomon.report.ReportOptions;
import dev.gnomon.report.ReportWriter;
import dev.gnomon.report.SideProfiles;
import java.util.List;

/**
 * Writes everything that tells of an evaluation. The evaluation itself comes first: where a report
 * cannot be rendered, it can be rendered later.
 *
 * @param workspace where the files go
 * @param pluginVersion version of the plugin, for the command that repeats the measurement
 * @param externalAssets whether style and script go into files beside the page
 */
public record Reporting(Workspace workspace, String pluginVersion, boolean externalAssets) {

  /**
   * Writes every file.
   *
   * @param archived the profiles of the baseline's runs, where these were not measured side by side
   *     with the candidate
   */
  public void write(Evaluation evaluation, Run candidate, List<Run> baseline, Profiles archived) {
    WholeFile.replace(workspace.evaluation(), EvaluationJson.encode(evaluation));
    String command = Reproduction.command(candidate, pluginVersion);
    ReportOptions options =
        externalAssets
            ? ReportOptions.withExternalAssets(command)
            : ReportOptions.selfContained(command);
    new ReportWriter(options)
        .write(
            evaluation,
            candidate,
            baseline,
            new SideProfiles(
                new DirectoryProfiles(workspace.profiles()),
                candidate.interleaved()
                    ? new DirectoryProfiles(workspace.baselineProfiles())
                    : archived),
            new DirectoryOutput(workspace.directory()));
  }
}
