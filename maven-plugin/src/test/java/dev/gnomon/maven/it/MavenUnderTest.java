package dev.gnomon.maven.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** The Mavens that the build unpacked, and the repositories that they use. */
enum MavenUnderTest {
  OLDEST("gnomon.maven.oldest"),
  CURRENT("gnomon.maven.current"),
  NEWEST("gnomon.maven.newest");

  static final String VERSION = required("gnomon.version");
  private static final String FOR_PROJECTS = "project.";
  static final Path TARGET = Path.of(required("gnomon.target"));
  static final Path PROJECTS = Path.of(required("gnomon.projects"));

  private static final String FORK = required("gnomon.fork");

  /** What the build that is under test has installed. */
  private static final Path INSTALLED = TARGET.resolve("it-repository");

  /** A copy of it: Maven does not promise that two may write to one repository. */
  static final Path REPOSITORY = TARGET.resolve("it-repository-" + FORK);

  static final Path TEMPORARY_FILES = TARGET.resolve("it-tmp-" + FORK);

  /** Names the plugin without any POM knowing it. */
  static final String PLUGIN = "dev.gnomon:perf-maven-plugin:" + VERSION + ":";

  private static Path settings;

  private final String property;

  MavenUnderTest(String property) {
    this.property = property;
  }

  static String required(String property) {
    String value = System.getProperty(property);
    if (value == null || value.isBlank()) {
      throw new IllegalStateException(
          "system property " + property + " is not set: run these tests with mvn verify");
    }
    return value;
  }

  private Path executable() {
    return TARGET.resolve("mavens/apache-maven-" + required(property)).resolve("bin/mvn");
  }

  /** The command that runs goals quietly enough to be read by a test. */
  List<String> command() {
    Path mvn = executable();
    // Archives unpacked by a plugin lose the mode of their files.
    if (!mvn.toFile().setExecutable(true) || !Files.isExecutable(mvn)) {
      throw new IllegalStateException(mvn + " cannot be executed: run mvn verify");
    }
    return List.of(mvn.toString(), "-B", "-s", settings().toString());
  }

  /** Versions that the POMs of the projects name, as the build that runs these tests has them. */
  private static String properties() {
    return System.getProperties().stringPropertyNames().stream()
        .filter(name -> name.startsWith(FOR_PROJECTS))
        .map(name -> name.substring(FOR_PROJECTS.length()))
        .map(name -> "<%s>%s</%s>".formatted(name, required(FOR_PROJECTS + name), name))
        .collect(Collectors.joining());
  }

  /**
   * Settings with a repository of their own, which holds the plugin that was just built, and takes
   * everything else first from what this build has downloaded already.
   */
  private static synchronized Path settings() {
    if (settings == null) {
      settings = written();
    }
    return settings;
  }

  private static Path written() {
    Path file = TARGET.resolve("it-settings-" + FORK + ".xml");
    String repository =
        """
        <id>local.central</id>
        <url>%s</url>
        <releases><enabled>true</enabled><checksumPolicy>ignore</checksumPolicy></releases>
        <snapshots><enabled>false</enabled></snapshots>
        """
            .formatted(Path.of(required("gnomon.local-repository")).toUri());
    try {
      Tree.copy(INSTALLED, REPOSITORY);
      Files.writeString(
          file,
          """
          <settings>
            <localRepository>%s</localRepository>
            <profiles>
              <profile>
                <id>tests</id>
                <properties>%s</properties>
                <repositories><repository>%s</repository></repositories>
                <pluginRepositories><pluginRepository>%s</pluginRepository></pluginRepositories>
              </profile>
            </profiles>
            <activeProfiles><activeProfile>tests</activeProfile></activeProfiles>
          </settings>
          """
              .formatted(REPOSITORY, properties(), repository, repository));
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
