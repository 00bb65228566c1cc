package dev.gnomon.maven;

import dev.gnomon.archive.directory.WholeFile;
import dev.gnomon.doctor.Diagnosis;
import dev.gnomon.doctor.Doctor;
import dev.gnomon.doctor.Finding;
import dev.gnomon.doctor.Severity;
import dev.gnomon.environment.probe.HealthProbe;
import dev.gnomon.json.DiagnosisJson;
import dev.gnomon.maven.build.PluginJars;
import dev.gnomon.maven.config.Arguments;
import dev.gnomon.maven.config.Setting;
import dev.gnomon.maven.goal.DoctorText;
import dev.gnomon.maven.goal.Workspace;
import dev.gnomon.measure.HostCommand;
import dev.gnomon.measure.process.RulerProcess;
import java.nio.file.Path;
import java.util.stream.Collectors;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.toolchain.ToolchainManager;

/**
 * Says in a few seconds how well this machine can measure: how steady it is, what disturbs it, what
 * a profiler may see, and what would mend each finding. Measures in a JVM of its own, changes
 * nothing, and needs no project.
 */
@Mojo(name = "doctor", requiresProject = false, aggregator = true, threadSafe = true)
public final class DoctorMojo extends PerfMojo {
  /**
   * Java home, or <code>java</code> executable, that the benchmarks run on. Default: the JDK
   * toolchain of the build, else the JVM that runs Maven.
   */
  @Parameter(property = "perf.jvm")
  String jvm;

  /**
   * JVM flags added to those of the annotations: <code>-Dperf.jvmArgs="-Xmx1g -XX:+UseSerialGC"
   * </code>.
   */
  @Parameter(property = "perf.jvmArgs")
  String jvmArgs;

  /** Whether a problem that the doctor finds fails the build. */
  @Parameter(property = "perf.doctor.strict", defaultValue = "false")
  boolean strict;

  @Inject ToolchainManager toolchains;

  @Override
  void perform() throws MojoFailureException {
    Workspace workspace = workspace();
    // The root is a property so that a machine without /proc can be simulated, as in the harness.
    HealthProbe probe = HealthProbe.under(Path.of(System.getProperty("gnomon.root", "/")));
    Diagnosis diagnosis =
        Doctor.diagnose(
            new RulerProcess(command(workspace)).examine(() -> probe.state(workspace.directory())));
    WholeFile.replace(workspace.doctor(), DiagnosisJson.encode(diagnosis));
    tell(diagnosis, workspace);
    if (strict && diagnosis.count(Severity.PROBLEM) > 0) {
      throw new MojoFailureException(
          Messages.withPage(
              "%s perf.doctor.strict is set, and the doctor found: %s."
                  .formatted(diagnosis.sentence(), problems(diagnosis)),
              "docs/doctor.md"));
    }
  }

  private HostCommand command(Workspace workspace) {
    return new HostCommand(
        MeasuringSettings.java(jvm, toolchains, session),
        PluginJars.forBenchmarks(
            execution.getMojoDescriptor().getPluginDescriptor().getArtifacts()),
        module().base(),
        workspace.directory(),
        Arguments.read(new Setting("perf.jvmArgs", jvmArgs)));
  }

  private void tell(Diagnosis diagnosis, Workspace workspace) {
    getLog().info("Gnomon · doctor · " + diagnosis.sentence());
    for (Finding finding : diagnosis.findings()) {
      boolean loud = finding.severity().compareTo(Severity.WARNING) <= 0;
      DoctorText.lines(finding).forEach(loud ? getLog()::warn : getLog()::info);
    }
    getLog().info("All of it: %s; what it means: docs/doctor.md".formatted(workspace.doctor()));
  }

  private static String problems(Diagnosis diagnosis) {
    return diagnosis.findings().stream()
        .filter(finding -> finding.severity() == Severity.PROBLEM)
        .map(finding -> finding.check().id())
        .collect(Collectors.joining(", "));
  }
}
