package dev.gnomon.maven.goal;

import dev.gnomon.model.Run;
import java.util.Locale;
import java.util.regex.Pattern;

/** The command that repeats a measurement. */
final class Reproduction {
  /** What may stand on a command line unquoted: a run file is foreign text. */
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_.-]+");

  private Reproduction() {}

  static String command(Run run, String pluginVersion) {
    String project = run.origin().project();
    String root = project.substring(project.indexOf(':') + 1);
    String module = run.origin().module();
    boolean inReactor = PLAIN.matcher(module).matches() && !module.equals(root);
    String plan = run.sampling().plan();
    boolean measured = plan.equals("adaptive") || plan.equals("annotated");
    return "mvn dev.gnomon:perf-maven-plugin:"
        + pluginVersion
        + (run.interleaved() ? ":before-merge" : ":check")
        + (inReactor ? " -pl :" + module + " -am" : "")
        + (measured
            ? String.format(
                Locale.ROOT,
                " -Dperf.plan=%s%s -Dperf.seed=%d",
                plan,
                run.interleaved() ? "" : " -Dperf.forks=" + run.sampling().forks(),
                run.sampling().seed())
            : "");
  }
}
