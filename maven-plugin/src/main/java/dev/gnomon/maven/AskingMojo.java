package dev.gnomon.maven;

import dev.gnomon.archive.KeptArchive;
import dev.gnomon.archive.RunArchive;
import dev.gnomon.maven.build.DuckDbResolution;
import dev.gnomon.problem.ProblemException;
import dev.gnomon.query.QueryCache;
import dev.gnomon.query.SqlEngine;
import java.io.IOException;
import java.net.URLClassLoader;
import java.util.List;
import java.util.function.Consumer;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;

/** What goals share that look at the whole archive: where it is, and its cache. */
abstract class AskingMojo extends PerfMojo {
  /**
   * The archive: a directory, relative to the top directory of the build; <code>git:BRANCH</code>,
   * a branch of this repository; <code>jdbc:postgresql://HOST/DATABASE</code>. Default: <code>
   * .perf/archive</code>.
   */
  @Parameter(property = "perf.archive", defaultValue = ".perf/archive")
  String archive;

  /** Passes over damaged runs of the archive with a warning each, instead of failing. */
  @Parameter(property = "perf.skipDamaged", defaultValue = "false")
  boolean skipDamaged;

  /**
   * The archive.
   *
   * @throws ProblemException {@code no-history} where it holds no run of this build: an answer
   *     about nothing would look like one about all there is
   */
  final RunArchive archive() {
    KeptArchive kept = openArchive(archive);
    String project = module().reactorId();
    if (modules().stream().allMatch(name -> kept.list(project, name).isEmpty())) {
      throw new ProblemException(
          "no-history",
          "%s holds no run of %s. Record one with mvn perf:record, or name the archive that has some: -Dperf.archive=DIRECTORY"
              .formatted(kept.place(), project));
    }
    return kept;
  }

  final List<String> modules() {
    return session.getProjects().stream().map(MavenProject::getArtifactId).distinct().toList();
  }

  /** Brings the cache up to date and hands it over. */
  final void withCache(Consumer<QueryCache> use) {
    DuckDbResolution resolution = new DuckDbResolution(jars(project.getRemotePluginRepositories()));
    try (URLClassLoader loader = resolution.load()) {
      QueryCache cache =
          new QueryCache(SqlEngine.of(loader), workspace().directory().resolve("query"));
      QueryCache.Refreshed refreshed =
          cache.refresh(archive(), module().reactorId(), modules(), skipDamaged);
      refreshed.skipped().forEach(getLog()::warn);
      if (refreshed.added() + refreshed.removed() > 0) {
        getLog()
            .info(
                "Read %d new runs from the archive; %d are there no longer."
                    .formatted(refreshed.added(), refreshed.removed()));
      }
      use.accept(cache);
    } catch (IOException e) {
      getLog().debug("the driver's jar was not closed", e);
    }
  }
}
