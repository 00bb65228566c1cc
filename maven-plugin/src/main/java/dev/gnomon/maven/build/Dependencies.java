package dev.gnomon.maven.build;

import dev.gnomon.maven.layout.ModulePaths;
import dev.gnomon.problem.ProblemException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.apache.maven.RepositoryUtils;
import org.apache.maven.model.DependencyManagement;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.ArtifactProperties;
import org.eclipse.aether.artifact.ArtifactTypeRegistry;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.collection.CollectRequest;
import org.eclipse.aether.graph.Dependency;
import org.eclipse.aether.graph.DependencyNode;
import org.eclipse.aether.resolution.DependencyRequest;
import org.eclipse.aether.resolution.DependencyResolutionException;
import org.eclipse.aether.util.graph.visitor.PreorderNodeListGenerator;

/**
 * The dependencies of a module, resolved once more with some of them in another version. Maven's
 * own resolver mediates, so that what the other version needs comes along, and what it needs no
 * more is left out.
 */
public final class Dependencies {
  private static final String TEST = "test";

  private final MavenProject project;
  private final Jars jars;

  /**
   * The dependencies of a module.
   *
   * @param project whose dependencies are resolved
   * @param jars resolves, from the project's repositories
   */
  public Dependencies(MavenProject project, Jars jars) {
    this.project = project;
    this.jars = jars;
  }

  /**
   * The version of a dependency that the module has now.
   *
   * @throws ProblemException {@code upgrade-not-a-dependency} where it has none
   */
  public String version(Upgrade upgrade) {
    return project.getArtifacts().stream()
        .filter(artifact -> upgrade.of(artifact.getGroupId(), artifact.getArtifactId()))
        .map(org.apache.maven.artifact.Artifact::getBaseVersion)
        .findFirst()
        .orElseThrow(() -> unknown(upgrade));
  }

  private ProblemException unknown(Upgrade upgrade) {
    List<String> have =
        project.getArtifacts().stream()
            .sorted(
                Comparator.comparing((org.apache.maven.artifact.Artifact a) -> !alike(a, upgrade)))
            .map(a -> a.getGroupId() + ":" + a.getArtifactId() + ":" + a.getBaseVersion())
            .limit(10)
            .toList();
    return new ProblemException(
        "upgrade-not-a-dependency",
        "perf.upgrade names %s, which %s does not depend on, directly or through others. Expected one of its %d dependencies, such as %s."
            .formatted(
                upgrade.name(),
                project.getArtifactId(),
                project.getArtifacts().size(),
                String.join(", ", have)));
  }

  private static boolean alike(org.apache.maven.artifact.Artifact artifact, Upgrade upgrade) {
    String name = artifact.getArtifactId().toLowerCase(Locale.ROOT);
    String asked = upgrade.artifact().toLowerCase(Locale.ROOT);
    return name.contains(asked)
        || asked.contains(name)
        || artifact.getGroupId().equals(upgrade.group());
  }

  /**
   * The module with these versions.
   *
   * @param module its outputs, which stay as they are
   * @param upgrades empty for the versions that the POM asks for
   * @throws ProblemException {@code upgrade-not-found} where a version cannot be resolved
   */
  public ModulePaths with(ModulePaths module, List<Upgrade> upgrades) {
    List<Path> runtime = new ArrayList<>(List.of(module.mainClasses()));
    List<Path> test = new ArrayList<>(List.of(module.testClasses(), module.mainClasses()));
    for (Dependency dependency : resolved(upgrades)) {
      Artifact artifact = dependency.getArtifact();
      boolean onPath =
          Boolean.parseBoolean(artifact.getProperty(ArtifactProperties.CONSTITUTES_BUILD_PATH, ""));
      if (onPath && artifact.getFile() != null) {
        Path file = artifact.getFile().toPath();
        test.add(file);
        if (!TEST.equals(dependency.getScope())) {
          runtime.add(file);
        }
      }
    }
    return new ModulePaths(
        module.module(), module.base(), module.mainClasses(), module.testClasses(), runtime, test);
  }

  private List<Dependency> resolved(List<Upgrade> upgrades) {
    try {
      DependencyNode root =
          jars.system()
              .resolveDependencies(jars.session(), new DependencyRequest(request(upgrades), null))
              .getRoot();
      PreorderNodeListGenerator nodes = new PreorderNodeListGenerator();
      root.accept(nodes);
      return nodes.getDependencies(false);
    } catch (DependencyResolutionException e) {
      throw new ProblemException(
          "upgrade-not-found",
          "The dependencies of %s cannot be resolved with %s: %s. Expected a version that the project's repositories have; Maven without -o looks for it there."
              .formatted(project.getArtifactId(), upgrades, e.getMessage()),
          e);
    }
  }

  private CollectRequest request(List<Upgrade> upgrades) {
    ArtifactTypeRegistry types = jars.session().getArtifactTypeRegistry();
    CollectRequest collect = new CollectRequest();
    collect.setRepositories(jars.repositories());
    // The versions asked for stand first: of several that manage one artifact the first one counts.
    for (org.apache.maven.artifact.Artifact artifact : project.getArtifacts()) {
      Dependency now = RepositoryUtils.toDependency(artifact, List.of());
      Dependency changed = changed(now, upgrades);
      if (!changed.equals(now)) {
        // Its scope is left to those who depend on it.
        collect.addManagedDependency(changed.setScope(""));
      }
    }
    DependencyManagement managed = project.getDependencyManagement();
    if (managed != null) {
      managed
          .getDependencies()
          .forEach(
              dependency ->
                  collect.addManagedDependency(
                      changed(RepositoryUtils.toDependency(dependency, types), upgrades)));
    }
    project
        .getDependencies()
        .forEach(
            dependency ->
                collect.addDependency(
                    changed(RepositoryUtils.toDependency(dependency, types), upgrades)));
    return collect;
  }

  private static Dependency changed(Dependency dependency, List<Upgrade> upgrades) {
    Artifact artifact = dependency.getArtifact();
    for (Upgrade upgrade : upgrades) {
      if (upgrade.of(artifact.getGroupId(), artifact.getArtifactId())) {
        return dependency.setArtifact(
            new DefaultArtifact(
                artifact.getGroupId(),
                artifact.getArtifactId(),
                artifact.getClassifier(),
                artifact.getExtension(),
                upgrade.version(),
                artifact.getProperties(),
                (java.io.File) null));
      }
    }
    return dependency;
  }
}
