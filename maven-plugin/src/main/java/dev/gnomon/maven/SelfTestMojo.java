package dev.gnomon.maven;

import dev.gnomon.evaluation.SelfTest;
import dev.gnomon.maven.goal.LastCheck;
import dev.gnomon.maven.goal.SelfTestText;
import dev.gnomon.problem.ProblemException;
import java.util.List;
import org.apache.maven.plugins.annotations.Mojo;

/**
 * Tests the gate with the data of the last <code>check</code>: slows each benchmark down in a copy
 * of them, by one percent up to three times, and prints the smallest slowdown that would have
 * failed the build. Nothing is measured.
 */
@Mojo(name = "self-test", threadSafe = true)
public final class SelfTestMojo extends PerfMojo {
  @Override
  void perform() {
    LastCheck last = LastCheck.read(workspace());
    if (last.baseline().runs().isEmpty()) {
      throw new ProblemException(
          "no-baseline",
          "The last check had no baseline, so nothing could have been caught. Record one with mvn perf:record, and check again.");
    }
    List<SelfTest.Caught> caught =
        SelfTest.of(last.run(), last.baseline(), last.evaluation().policy());
    SelfTestText.lines(caught).forEach(getLog()::info);
  }
}
