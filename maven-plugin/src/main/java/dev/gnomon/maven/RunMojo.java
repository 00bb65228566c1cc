package dev.gnomon.maven;

import dev.gnomon.report.console.ConsoleTable;
import java.util.Map;
import org.apache.maven.plugins.annotations.Execute;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.ResolutionScope;

/**
 * Measures the benchmarks and writes <code>target/perf/run.json</code>. Nothing is compared and
 * nothing is archived.
 */
@Mojo(name = "run", requiresDependencyResolution = ResolutionScope.TEST, threadSafe = true)
@Execute(phase = LifecyclePhase.TEST_COMPILE)
public final class RunMojo extends MeasuringMojo {
  @Override
  void perform() {
    measure(Map.of()).ifPresent(run -> ConsoleTable.measured(run).forEach(getLog()::info));
  }
}
