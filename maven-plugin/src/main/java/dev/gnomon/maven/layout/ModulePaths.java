package dev.gnomon.maven.layout;

import java.nio.file.Path;
import java.util.List;

/**
 * What Maven knows about the place of one module.
 *
 * @param module artifact id, for messages
 * @param base the module's base directory
 * @param mainClasses output of {@code src/main}
 * @param testClasses output of {@code src/test}
 * @param runtimePath class path without test dependencies, the main output first
 * @param testPath class path of the tests, the test output first
 */
public record ModulePaths(
    String module,
    Path base,
    Path mainClasses,
    Path testClasses,
    List<Path> runtimePath,
    List<Path> testPath) {
  public ModulePaths {
    runtimePath = List.copyOf(runtimePath);
    testPath = List.copyOf(testPath);
  }
}
