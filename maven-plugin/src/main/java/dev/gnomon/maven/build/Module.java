package dev.gnomon.maven.build;

import dev.gnomon.maven.layout.ModulePaths;
import dev.gnomon.problem.ProblemException;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.artifact.DependencyResolutionRequiredException;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.MavenProject;

/** The module that a goal runs in, as values. */
public final class Module {
  private final MavenProject project;
  private final MavenSession session;

  public Module(MavenProject project, MavenSession session) {
    this.project = project;
    this.session = session;
  }

  /** Artifact id, which names the module within its reactor. */
  public String name() {
    return project.getArtifactId();
  }

  /** The project that runs are filed under: group and artifact of the reactor's root. */
  public String reactorId() {
    MavenProject at = project;
    Path root = reactorRoot();
    while (at.hasParent() && at.getParent().getFile() != null && isWithin(root, at.getParent())) {
      at = at.getParent();
    }
    return at.getGroupId() + ":" + at.getArtifactId();
  }

  private static boolean isWithin(Path root, MavenProject parent) {
    return normal(parent.getBasedir()).startsWith(root);
  }

  /**
   * Top directory of the checkout: where {@code .mvn} lies, else the topmost directory whose POM is
   * a parent of this one, else where Maven was started. It is the same from whatever module Maven
   * is started, so that the archive is found again.
   */
  public Path reactorRoot() {
    return ReactorRoot.of(
        base(),
        session.getRequest().getMultiModuleProjectDirectory(),
        project.hasParent() ? parentDirectories() : List.of());
  }

  private List<Path> parentDirectories() {
    List<Path> directories = new ArrayList<>();
    for (MavenProject at = project; at != null && at.getFile() != null; at = at.getParent()) {
      directories.add(normal(at.getBasedir()));
    }
    return directories;
  }

  /** Base directory of the module; where Maven was started, if there is no POM. */
  public Path base() {
    return project.getBasedir() == null
        ? Path.of(session.getExecutionRootDirectory()).toAbsolutePath().normalize()
        : normal(project.getBasedir());
  }

  /** Where its classes are and what they need. */
  public ModulePaths paths() {
    try {
      return new ModulePaths(
          name(),
          base(),
          Path.of(project.getBuild().getOutputDirectory()),
          Path.of(project.getBuild().getTestOutputDirectory()),
          runtimePath(),
          project.getTestClasspathElements().stream().map(Path::of).toList());
    } catch (DependencyResolutionRequiredException e) {
      throw new ProblemException(
          "classes-unreadable",
          "The dependencies of %s are not resolved. Run mvn test-compile before this goal."
              .formatted(name()),
          e);
    }
  }

  /** All but test dependencies: {@code provided} is how a benchmark module names JMH itself. */
  private List<Path> runtimePath() {
    List<Path> path = new ArrayList<>();
    path.add(Path.of(project.getBuild().getOutputDirectory()));
    for (Artifact artifact : project.getArtifacts()) {
      boolean wanted =
          !Artifact.SCOPE_TEST.equals(artifact.getScope())
              && artifact.getArtifactHandler().isAddedToClasspath();
      if (wanted && artifact.getFile() != null) {
        path.add(artifact.getFile().toPath());
      }
    }
    return path;
  }

  private static Path normal(File file) {
    return file.toPath().toAbsolutePath().normalize();
  }
}
