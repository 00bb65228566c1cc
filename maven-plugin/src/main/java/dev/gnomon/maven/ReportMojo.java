package dev.gnomon.maven;

import dev.gnomon.problem.ProblemException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.ResolutionScope;

/** The report goal. */
@Mojo(name = "report", requiresDependencyResolution = ResolutionScope.TEST, threadSafe = true)
public final class ReportMojo extends PerfMojo {
  @Override
  void perform() {
    throw new ProblemException("not-built", "report is being built");
  }
}
