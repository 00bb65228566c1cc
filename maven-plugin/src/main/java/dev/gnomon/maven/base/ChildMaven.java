package dev.gnomon.maven.base;

import dev.gnomon.problem.ProblemException;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The Maven that is running, to be started once more on another tree.
 *
 * @param home its installation
 * @param version its version
 * @param javaHome the JDK that it runs on
 * @param jdk vendor and version of that JDK
 * @param plugin version of this plugin
 * @param options its own options: settings, repository, offline
 * @param activeProfiles profiles that are switched on
 * @param inactiveProfiles profiles that are switched off
 * @param properties properties of the command line
 */
public record ChildMaven(
    Path home,
    String version,
    Path javaHome,
    String jdk,
    String plugin,
    List<String> options,
    List<String> activeProfiles,
    List<String> inactiveProfiles,
    SortedMap<String, String> properties) {
  private static final boolean WINDOWS = File.separatorChar == '\\';

  public ChildMaven {
    options = List.copyOf(options);
    activeProfiles = List.copyOf(activeProfiles);
    inactiveProfiles = List.copyOf(inactiveProfiles);
    properties = new TreeMap<>(properties);
    // Tests are compiled whatever the user skips; what concerns this goal is none of the child's.
    properties.keySet().removeIf(ChildMaven::ours);
  }

  private static boolean ours(String property) {
    return property.startsWith("perf.")
        || property.equals("maven.test.skip")
        || property.equals("skipTests")
        // An option says it already, with a path that holds in another directory.
        || property.equals("maven.repo.local")
        // A log is read by this goal.
        || property.equals("style.color")
        // Places of the build that is running.
        || property.equals("maven.multiModuleProjectDirectory")
        || property.equals("session.rootDirectory")
        || property.equals("session.topDirectory");
  }

  /**
   * The command that compiles a module with its tests and writes its class path.
   *
   * @param pom POM to start with
   * @param selection what to build of a reactor; empty for all
   * @param module directory of the module whose class path is wanted
   * @param file where it is written to
   */
  List<String> command(Path pom, List<String> selection, Path module, Path file) {
    List<String> command = new ArrayList<>(List.of(executable().toString(), "-B", "-ntp"));
    command.add("-Dstyle.color=never");
    command.addAll(options);
    command.addAll(List.of("-f", pom.toString()));
    command.addAll(selection);
    if (!activeProfiles.isEmpty() || !inactiveProfiles.isEmpty()) {
      command.addAll(List.of("-P", profiles()));
    }
    properties.forEach((name, value) -> command.add("-D" + name + "=" + value));
    command.addAll(List.of("-DskipTests=true", "-Dmaven.test.skip=false"));
    command.add("-Dperf.classPathModule=" + module);
    command.add("-Dperf.classPathFile=" + file);
    command.add("test-compile");
    command.add("dev.gnomon:perf-maven-plugin:" + plugin + ":class-path");
    return command;
  }

  /** The base may lack a profile, which from Maven 4 on is an error unless it is optional. */
  private String profiles() {
    String optional = version.startsWith("4.") ? "?" : "";
    List<String> all = new ArrayList<>();
    activeProfiles.forEach(profile -> all.add(optional + profile));
    inactiveProfiles.forEach(profile -> all.add("!" + optional + profile));
    return String.join(",", all);
  }

  /** What a surrounding build or hook told its own processes must not reach this one. */
  Map<String, String> environment() {
    return Map.of(
        "JAVA_HOME", javaHome.toString(),
        "MAVEN_BASEDIR", "",
        "MAVEN_PROJECTBASEDIR", "",
        "MAVEN_CMD_LINE_ARGS", "",
        "MAVEN_ARGS", "",
        "GIT_DIR", "",
        "GIT_WORK_TREE", "",
        "GIT_INDEX_FILE", "");
  }

  private Path executable() {
    Path file = home.resolve("bin").resolve(WINDOWS ? "mvn.cmd" : "mvn");
    if (!Files.isRegularFile(file) || !Files.isExecutable(file)) {
      throw new ProblemException(
          "maven-not-found",
          "The base is built by the Maven that is running, and there is no %s that could be started. Run the goal from the command line: mvn, or the project's mvnw."
              .formatted(file));
    }
    return file;
  }
}
