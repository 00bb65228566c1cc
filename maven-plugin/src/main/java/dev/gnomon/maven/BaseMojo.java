package dev.gnomon.maven;

import dev.gnomon.maven.base.BasePreparation;
import dev.gnomon.maven.base.Preparation;
import dev.gnomon.maven.base.Preparation.ModuleNotInBase;
import dev.gnomon.maven.base.Preparation.NothingToCompare;
import dev.gnomon.maven.base.Preparation.Ready;
import dev.gnomon.maven.base.PreparedBase;
import dev.gnomon.maven.config.Setting;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Gets the base of a comparison ready: checks out the commit that a change began from, builds it,
 * and keeps its classes under <code>target/perf/base</code> until <code>mvn clean</code>. Nothing
 * is measured.
 */
@Mojo(name = "base", threadSafe = true)
public final class BaseMojo extends PerfMojo {
  /**
   * What to compare with: a branch, a tag or a commit, from whose merge base with what is checked
   * out the change began. Default: the branch that changes are merged into, as git or the CI server
   * names it.
   */
  @Parameter(property = "perf.base")
  String base;

  /**
   * Whether history that a shallow clone lacks is fetched from the remote. Default: on CI servers,
   * which set <code>CI=true</code>.
   */
  @Parameter(property = "perf.git.deepen")
  Boolean deepen;

  @Override
  void perform() {
    Preparation preparation =
        new BasePreparation(getLog()::info)
            .prepare(baseRequest(new Setting("perf.base", base).value(), deepen));
    if (preparation instanceof Ready ready) {
      told(ready.base());
    } else if (preparation instanceof NothingToCompare nothing) {
      getLog().info(nothing.why());
    } else if (preparation instanceof ModuleNotInBase absent) {
      getLog().info(absent.why());
    }
  }

  private void told(PreparedBase prepared) {
    prepared.notes().forEach(getLog()::info);
    getLog()
        .info(
            "The base of %s is %s (%s), %s: %s"
                .formatted(
                    module().name(),
                    prepared.commit(),
                    prepared.label(),
                    prepared.fromCache() ? "built before" : "built now",
                    prepared.paths().mainClasses()));
  }
}
