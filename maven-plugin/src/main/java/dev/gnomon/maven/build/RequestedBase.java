package dev.gnomon.maven.build;

import dev.gnomon.maven.base.BaseRequest;
import dev.gnomon.maven.base.ChildMaven;
import dev.gnomon.maven.base.ModulePlace;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.maven.execution.MavenExecutionRequest;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.MavenProject;

/** What the running Maven says of itself, so that the base is built as the candidate is. */
public final class RequestedBase {
  private final MavenProject project;
  private final MavenSession session;

  public RequestedBase(MavenProject project, MavenSession session) {
    this.project = project;
    this.session = session;
  }

  /**
   * The request for the base of this module.
   *
   * @param base {@code perf.base}, if it is set
   * @param deepen {@code perf.git.deepen}, if it is set; else history is fetched on CI servers
   * @param plugin version of this plugin
   * @param environment environment variables
   */
  public BaseRequest request(
      Optional<String> base,
      Optional<Boolean> deepen,
      String plugin,
      Map<String, String> environment) {
    boolean onServer = "true".equalsIgnoreCase(environment.getOrDefault("CI", ""));
    return new BaseRequest(
        place(), base, deepen.orElse(onServer), environment, maven(plugin, environment));
  }

  private ModulePlace place() {
    Module module = new Module(project, session);
    Path rootPom = rootPom(module.base());
    boolean alone = rootPom.getParent().equals(module.base()) && project.getModules().isEmpty();
    return new ModulePlace(module.name(), module.base(), rootPom, alone, module.reactorRoot());
  }

  private Path rootPom(Path base) {
    File told = session.getRequest().getPom();
    Path path = told == null ? base : told.toPath().toAbsolutePath().normalize();
    return Files.isDirectory(path) ? path.resolve("pom.xml") : path;
  }

  private ChildMaven maven(String plugin, Map<String, String> environment) {
    MavenExecutionRequest request = session.getRequest();
    String home = System.getProperty("maven.home", environment.getOrDefault("MAVEN_HOME", ""));
    SortedMap<String, String> properties = new TreeMap<>();
    for (String name : session.getUserProperties().stringPropertyNames()) {
      properties.put(name, session.getUserProperties().getProperty(name));
    }
    return new ChildMaven(
        Path.of(home),
        session.getSystemProperties().getProperty("maven.version", ""),
        Path.of(System.getProperty("java.home")),
        System.getProperty("java.vendor") + " " + System.getProperty("java.vm.version"),
        plugin,
        options(Path.of(home)),
        request.getActiveProfiles(),
        request.getInactiveProfiles(),
        properties);
  }

  private List<String> options(Path home) {
    MavenExecutionRequest request = session.getRequest();
    List<String> options = new ArrayList<>();
    file("-s", request.getUserSettingsFile(), home, options);
    file("-gs", request.getGlobalSettingsFile(), home, options);
    file("-t", request.getUserToolchainsFile(), home, options);
    file("-gt", request.getGlobalToolchainsFile(), home, options);
    File repository = session.getRepositorySession().getLocalRepository().getBasedir();
    options.add("-Dmaven.repo.local=" + repository.getAbsolutePath());
    if (session.isOffline()) {
      options.add("-o");
    }
    return options;
  }

  /** A file that is not there may be asked for by default, but not by name. */
  private static void file(String option, File file, Path home, List<String> options) {
    if (file != null && file.isFile() && !file.toPath().startsWith(home)) {
      options.addAll(List.of(option, file.getAbsolutePath()));
    }
  }
}
