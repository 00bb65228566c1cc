package dev.gnomon.environment.probe;

import dev.gnomon.doctor.MachineState.Mount;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The file systems of this process, as the kernel lists them. */
final class Mounts {
  /** Fields of a line of {@code /proc/self/mounts}: device, point, type, options. */
  private static final int POINT = 1;

  private static final int OPTIONS = 3;

  private final List<Entry> entries;

  private record Entry(Path point, boolean noexec) {}

  private Mounts(List<Entry> entries) {
    this.entries = entries;
  }

  /** All of them; none where the kernel does not list them. */
  static Mounts of(Platform platform) {
    return new Mounts(
        platform.read("/proc/self/mounts").stream()
            .flatMap(String::lines)
            .map(line -> line.split(" "))
            .filter(fields -> fields.length > OPTIONS && fields[POINT].startsWith("/"))
            .map(
                fields ->
                    new Entry(
                        Path.of(unescaped(fields[POINT])),
                        Arrays.asList(fields[OPTIONS].split(",")).contains("noexec")))
            .toList());
  }

  /** The kernel writes blanks in octal. */
  private static String unescaped(String point) {
    return point.replace("\\040", " ").replace("\\011", "\t").replace("\\134", "\\");
  }

  /** The file system that a directory lies on; empty where that is not known. */
  Optional<Mount> of(Path directory) {
    Path absolute = directory.toAbsolutePath().normalize();
    return entries.stream()
        .filter(entry -> absolute.startsWith(entry.point()))
        // Of several on one point the last was mounted over the others.
        .reduce(
            (a, b) ->
                Comparator.comparing((Entry entry) -> entry.point().getNameCount()).compare(a, b)
                        > 0
                    ? a
                    : b)
        .map(entry -> new Mount(absolute.toString(), entry.point().toString(), entry.noexec()));
  }
}
