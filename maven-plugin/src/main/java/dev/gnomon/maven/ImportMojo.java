package dev.gnomon.maven;

import dev.gnomon.problem.ProblemException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.ResolutionScope;

/** The import goal. */
@Mojo(name = "import", requiresDependencyResolution = ResolutionScope.TEST, threadSafe = true)
public final class ImportMojo extends PerfMojo {
  @Override
  void perform() {
    throw new ProblemException("not-built", "import is being built");
  }
}
