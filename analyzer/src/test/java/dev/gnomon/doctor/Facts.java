package dev.gnomon.doctor;

import dev.gnomon.doctor.Examined.Lock;
import dev.gnomon.doctor.Examined.Probe;
import dev.gnomon.doctor.MachineState.Clocking;
import dev.gnomon.doctor.MachineState.Load;
import dev.gnomon.doctor.MachineState.Mount;
import dev.gnomon.doctor.MachineState.Permissions;
import dev.gnomon.doctor.Ruler.Jvm;
import dev.gnomon.doctor.Ruler.Slice;
import dev.gnomon.doctor.Ruler.Trial;
import dev.gnomon.doctor.Ruler.Window;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A machine without any fault, of which a test changes what it is about. */
final class Facts {
  private static final long MS = 1_000_000;

  MachineState.Place place =
      new MachineState.Place(
          "linux",
          true,
          4,
          4,
          Optional.empty(),
          Optional.of("none"),
          Optional.empty(),
          Optional.empty());
  Clocking clock =
      new Clocking(
          Optional.of("acpi-cpufreq"),
          Optional.of("performance"),
          Optional.of("off"),
          Optional.of("/sys/devices/system/cpu/cpufreq/boost"),
          Optional.of("off"));
  Permissions permissions =
      new Permissions(
          Optional.of(1),
          Optional.of(0),
          Optional.of(0),
          Optional.of(new Mount("/tmp", "/", false)),
          Optional.of(new Mount("/w/target/perf", "/", false)));
  Load load =
      new Load(
          Optional.of(0.1),
          Optional.of(0.0),
          Optional.of(0.0),
          Optional.of(8L << 30),
          Optional.of(4L << 30));
  Lock lock = new Lock(Lock.State.FREE, "", "/tmp/gnomon-measuring.lock");
  Probe probe = new Probe(Probe.End.ENDED, "exit status 0", "");
  Jvm jvm = new Jvm("17.0.15", 17, "Debian", "OpenJDK 64-Bit Server VM", "17.0.15+6", "mixed mode");
  String accounts = "schedstat";
  List<Slice> slices = slices(Map.of("cpu", new long[] {20, 20, 20, 20}), new long[4]);
  Window window = new Window(4_000 * MS, 4_000 * MS, 3_990 * MS, 0, 0, 0, 0);
  Optional<String> library = Optional.of("ok");
  List<Trial> trials =
      List.of(
          new Trial("ctimer", "ok", 10 * MS, 30, 300 * MS),
          new Trial("itimer", "ok", 10 * MS, 30, 300 * MS),
          new Trial("cpu", "ok", 10 * MS, 30, 300 * MS),
          new Trial("wall", "ok", 10 * MS, 30, 300 * MS),
          new Trial("alloc", "ok", 524_288, 100, 52_428_800),
          new Trial("lock", "ok", 10_000, 50, 150 * MS));
  Optional<String> trying = Optional.empty();
  boolean complete = true;

  /** Slices of wall times and of waiting within them, in milliseconds. */
  static List<Slice> slices(Map<String, long[]> wall, long... waiting) {
    List<Slice> slices = new ArrayList<>();
    wall.forEach(
        (loop, times) -> {
          for (int i = 0; i < times.length; i++) {
            long delay = waiting[i] * MS;
            slices.add(new Slice(loop, times[i] * MS, times[i] * MS - delay, delay));
          }
        });
    return slices;
  }

  Examined examined() {
    Ruler ruler =
        new Ruler(
            Optional.ofNullable(jvm),
            Optional.ofNullable(accounts),
            slices,
            List.of(),
            Optional.ofNullable(window),
            library,
            trials,
            trying,
            complete);
    return new Examined(
        "/jdk/bin/java",
        new MachineState(place, clock, permissions, load),
        lock,
        probe,
        probe.end() == Probe.End.LEFT_OUT ? Ruler.NONE : ruler);
  }

  Diagnosis diagnosis() {
    return Doctor.diagnose(examined());
  }

  /** The finding of a check; empty where it has none. */
  Optional<Finding> finding(Check check) {
    return diagnosis().findings().stream().filter(finding -> finding.check() == check).findFirst();
  }

  /** The severity of a check; empty where it has no finding. */
  Optional<Severity> severity(Check check) {
    return finding(check).map(Finding::severity);
  }
}
