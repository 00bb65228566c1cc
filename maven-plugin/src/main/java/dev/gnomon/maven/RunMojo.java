package dev.gnomon.maven;

import dev.gnomon.problem.ProblemException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.ResolutionScope;

/** The run goal. */
@Mojo(name = "run", requiresDependencyResolution = ResolutionScope.TEST, threadSafe = true)
public final class RunMojo extends PerfMojo {
  @Override
  void perform() {
    throw new ProblemException("not-built", "run is being built");
  }
}
