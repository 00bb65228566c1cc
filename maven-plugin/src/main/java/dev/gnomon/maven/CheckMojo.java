package dev.gnomon.maven;

import dev.gnomon.problem.ProblemException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.ResolutionScope;

/** The check goal. */
@Mojo(name = "check", requiresDependencyResolution = ResolutionScope.TEST, threadSafe = true)
public final class CheckMojo extends PerfMojo {
  @Override
  void perform() {
    throw new ProblemException("not-built", "check is being built");
  }
}
