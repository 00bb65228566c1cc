package dev.gnomon.harness;

import dev.gnomon.measure.HostCommand;
import dev.gnomon.measure.MeasurementRequest;
import dev.gnomon.measure.MeasurementRequest.PlanKind;
import dev.gnomon.measure.MeasurementRequest.Selection;
import dev.gnomon.measure.Profiling;
import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How the tests measure: the test class path on this JVM, with iterations as short as can be. */
final class Suites {
  static final List<String> SHORT = List.of("-wi", "1", "-i", "2", "-w", "20ms", "-r", "20ms");

  private Suites() {}

  static HostCommand host(Path workspace) {
    return host(workspace, Path.of(System.getProperty("java.home")));
  }

  static HostCommand host(Path workspace, Path javaHome) {
    List<Path> classPath =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
            .map(entry -> Path.of(entry).toAbsolutePath())
            .toList();
    return new HostCommand(
        javaHome.resolve("bin/java"),
        classPath,
        Path.of("").toAbsolutePath(),
        workspace,
        List.of());
  }

  /** A host whose forks know which side they are on. */
  static HostCommand side(Path workspace, String side) {
    return host(workspace, List.of("-Dgnomon.test.side=" + side));
  }

  static HostCommand host(Path workspace, List<String> jvmArgs) {
    HostCommand plain = host(workspace);
    return new HostCommand(plain.java(), plain.classPath(), plain.directory(), workspace, jvmArgs);
  }

  static MeasurementRequest request(String include, int forks) {
    return request(include, forks, SHORT);
  }

  static MeasurementRequest request(String include, int forks, List<String> jmhArgs) {
    return new MeasurementRequest(
        new Selection(List.of(include), List.of(), Map.of(), jmhArgs),
        PlanKind.ADAPTIVE,
        forks,
        42,
        Optional.empty(),
        Profiling.Mode.ALWAYS);
  }
}
