package dev.gnomon.maven;

import dev.gnomon.archive.KeptArchive;
import dev.gnomon.maven.base.BaseRequest;
import dev.gnomon.maven.build.Jars;
import dev.gnomon.maven.build.Module;
import dev.gnomon.maven.build.PostgresDriver;
import dev.gnomon.maven.build.RequestedBase;
import dev.gnomon.maven.config.ConfiguredPath;
import dev.gnomon.maven.config.Setting;
import dev.gnomon.maven.goal.Archiving;
import dev.gnomon.maven.goal.Workspace;
import dev.gnomon.model.Origin;
import dev.gnomon.problem.ProblemException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.repository.RemoteRepository;

/** What every goal shares: its place in the build, and how its failures are told. */
abstract class PerfMojo extends AbstractMojo {
  @Parameter(defaultValue = "${project}", readonly = true, required = true)
  MavenProject project;

  @Parameter(defaultValue = "${session}", readonly = true, required = true)
  MavenSession session;

  @Parameter(defaultValue = "${mojoExecution}", readonly = true, required = true)
  MojoExecution execution;

  /** Skips this goal: <code>-Dperf.skip</code>. */
  @Parameter(property = "perf.skip", defaultValue = "false")
  boolean skip;

  /**
   * Directory of everything that the goals write: <code>run.json</code>, <code>evaluation.json
   * </code>, <code>summary.md</code>, <code>TEST-perf.xml</code>, <code>report/index.html</code>.
   */
  @Parameter(property = "perf.output", defaultValue = "${project.build.directory}/perf")
  String output;

  @Inject RepositorySystem repositories;

  private final List<KeptArchive> opened = new ArrayList<>();

  @Override
  public final void execute() throws MojoExecutionException, MojoFailureException {
    if (skip) {
      getLog().info("perf.skip is set: nothing is measured or judged.");
      return;
    }
    try {
      performed();
    } catch (ProblemException e) {
      throw new MojoExecutionException(Messages.withPage(e.getMessage(), e.page()), e);
    } finally {
      opened.forEach(KeptArchive::close);
      opened.clear();
    }
  }

  private void performed() throws MojoExecutionException, MojoFailureException {
    try {
      perform();
    } catch (ProblemException e) {
      met(e);
    }
  }

  /** Throws a problem, unless it is none where this goal runs. */
  void met(ProblemException problem) {
    throw problem;
  }

  /** Does the work of the goal; a {@link ProblemException} is told with its page. */
  abstract void perform() throws MojoExecutionException, MojoFailureException;

  final Module module() {
    return new Module(project, session);
  }

  final Workspace workspace() {
    Path base = module().base();
    // Where there is no POM, Maven leaves this in the text as it is.
    String known = output == null ? null : output.replace("${project.basedir}", base.toString());
    return new Workspace(
        ConfiguredPath.read(new Setting("perf.output", known), base)
            .orElseGet(() -> base.resolve("target/perf")));
  }

  final Origin origin(String source) {
    Module module = module();
    return new Origin(module.reactorId(), module.name(), source, execution.getVersion());
  }

  /** Opens what {@code perf.archive} names; it is closed when the goal ends. */
  final KeptArchive openArchive(String text) {
    return openArchive("perf.archive", text);
  }

  final KeptArchive openArchive(String property, String text) {
    KeptArchive archive =
        Archiving.open(
            new Setting(property, text),
            module().reactorRoot(),
            url ->
                new PostgresDriver(jars(project.getRemotePluginRepositories()))
                    .connector(url, System.getenv()));
    opened.add(archive);
    return archive;
  }

  /**
   * What a base of this module is built from.
   *
   * @param base {@code perf.base}, if it is set
   * @param deepen {@code perf.git.deepen}, null where it is not set
   */
  final BaseRequest baseRequest(Optional<String> base, Boolean deepen) {
    return new RequestedBase(project, session)
        .request(base, Optional.ofNullable(deepen), execution.getVersion(), System.getenv());
  }

  /** What a goal fetches when it needs it. */
  final Jars jars(List<RemoteRepository> places) {
    return new Jars(repositories, session.getRepositorySession(), places);
  }
}
