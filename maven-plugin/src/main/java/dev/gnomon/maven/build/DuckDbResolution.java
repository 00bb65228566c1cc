package dev.gnomon.maven.build;

import dev.gnomon.problem.ProblemException;
import java.net.MalformedURLException;
import java.net.URLClassLoader;
import java.util.Locale;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.resolution.DependencyResolutionException;

/**
 * Fetches DuckDB's driver for this platform when a question is asked, into a class loader of its
 * own: whoever only measures and checks never downloads it.
 */
public final class DuckDbResolution {
  private static final String COORDINATES = "org.duckdb:duckdb_jdbc";

  private final Jars jars;

  /** A driver from some repositories. */
  public DuckDbResolution(Jars jars) {
    this.jars = jars;
  }

  /** A class loader with the driver; whoever asks closes it. */
  public URLClassLoader load() {
    String classifier = classifier(System.getProperty("os.name"), System.getProperty("os.arch"));
    Artifact driver =
        Jars.tested(
            classifier.isEmpty() ? COORDINATES : COORDINATES + ":jar:" + classifier, "duckdb");
    try {
      return jars.loaderOf(driver);
    } catch (DependencyResolutionException | MalformedURLException e) {
      throw new ProblemException(
          "query-engine-missing",
          "DuckDB, which answers questions, could not be fetched: %s. Expected %s in a repository for plugins, or in the local one."
              .formatted(e.getMessage(), driver),
          e);
    }
  }

  /** The platform as DuckDB names it; empty, for the jar of all platforms, where it is unknown. */
  static String classifier(String system, String processor) {
    String name = system.toLowerCase(Locale.ROOT);
    boolean arm = processor.equals("aarch64") || processor.equals("arm64");
    if (name.startsWith("mac")) {
      return "osx_universal";
    }
    if (!arm && !processor.equals("amd64") && !processor.equals("x86_64")) {
      return "";
    }
    if (name.startsWith("windows")) {
      return arm ? "windows_arm64" : "windows_amd64";
    }
    return name.startsWith("linux") ? (arm ? "linux_arm64" : "linux_amd64") : "";
  }
}
