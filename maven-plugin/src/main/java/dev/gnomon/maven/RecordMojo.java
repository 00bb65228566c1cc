package dev.gnomon.maven;

import dev.gnomon.problem.ProblemException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.ResolutionScope;

/** The record goal. */
@Mojo(name = "record", requiresDependencyResolution = ResolutionScope.TEST, threadSafe = true)
public final class RecordMojo extends PerfMojo {
  @Override
  void perform() {
    throw new ProblemException("not-built", "record is being built");
  }
}
