package dev.gnomon.measure.process;

import dev.gnomon.doctor.Examined;
import dev.gnomon.doctor.Examined.Lock;
import dev.gnomon.doctor.Examined.Probe;
import dev.gnomon.doctor.Examined.Probe.End;
import dev.gnomon.doctor.MachineState;
import dev.gnomon.doctor.Ruler;
import dev.gnomon.doctor.RulerOutput;
import dev.gnomon.measure.HostCommand;
import dev.gnomon.problem.ProblemException;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Runs the ruler in a JVM of its own, as a fork would be: on the benchmarks' JDK and with their
 * flags. Whatever becomes of that JVM is a result; it never fails the caller.
 */
public final class RulerProcess {
  private static final String MAIN = "dev.gnomon.harness.RulerMain";

  /** Three times what it takes on a quiet machine. */
  private static final Duration LIMIT = Duration.ofSeconds(18);

  private static final int MOST_LINES = 4;
  private static final int LONGEST_LINE = 200;

  /** Many times what the ruler prints. */
  private static final int MOST_BYTES = 1 << 20;

  /**
   * Else the heap would grow while the ruler allocates, and its growth be taken for unsteadiness.
   */
  private static final String YOUNG = "-Xmn32m";

  private final HostCommand command;
  private final Path locks;
  private final Clock clock;
  private final Duration limit;

  /** A ruler on this machine, now; of the class path only the harness and the profiler are used. */
  public RulerProcess(HostCommand command) {
    this(command, Path.of(System.getProperty("java.io.tmpdir")), Clock.systemUTC(), LIMIT);
  }

  RulerProcess(HostCommand command, Path locks, Clock clock, Duration limit) {
    this.command = command;
    this.locks = locks;
    this.clock = clock;
    this.limit = limit;
  }

  /**
   * Reads the machine's state, then measures, unless somebody else does: the doctor must not
   * disturb a measurement.
   *
   * @param machine reads the state; called before anything runs
   * @throws ProblemException {@code output-not-writable}, {@code interrupted}
   */
  public Examined examine(Supplier<MachineState> machine) {
    MachineState state = machine.get();
    try (MeasuringLock.Look look = MeasuringLock.look(locks, holder())) {
      return look.state().state() == Lock.State.HELD
          ? new Examined(
              command.java().toString(),
              state,
              look.state(),
              new Probe(End.LEFT_OUT, "", ""),
              Ruler.NONE)
          : measured(state, look.state());
    }
  }

  private String holder() {
    return "the doctor in %s, process %d, since %s"
        .formatted(
            command.directory().getFileName(), ProcessHandle.current().pid(), clock.instant());
  }

  private Examined measured(MachineState state, Lock lock) {
    Path log = command.workspace().resolve("ruler.log");
    Process process;
    try {
      Files.createDirectories(command.workspace());
      Files.write(log, new byte[0]);
    } catch (IOException e) {
      throw new ProblemException(
          "output-not-writable",
          "%s can't be written: %s. Expected a place for what the probe JVM prints; <perf.output> names another."
              .formatted(log, e.getMessage()),
          e);
    }
    try {
      process = launch(log);
    } catch (IOException e) {
      return examined(
          state, lock, new Probe(End.NOT_STARTED, String.valueOf(e.getMessage()), ""), "");
    }
    try {
      Probe ended = ended(process);
      String text = printed(log);
      return examined(state, lock, new Probe(ended.end(), ended.detail(), said(text)), text);
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }

  private Examined examined(MachineState state, Lock lock, Probe probe, String text) {
    return new Examined(command.java().toString(), state, lock, probe, RulerOutput.parse(text));
  }

  private Process launch(Path log) throws IOException {
    List<String> arguments = new ArrayList<>();
    arguments.add(command.java().toString());
    arguments.add(YOUNG);
    arguments.addAll(command.jvmArgs());
    // As the harness gives them to every fork that is profiled.
    arguments.add("-XX:+UnlockDiagnosticVMOptions");
    arguments.add("-XX:+DebugNonSafepoints");
    // Its file would lie in the temporary directory, and the doctor leaves nothing there.
    arguments.add("-XX:-UsePerfData");
    arguments.add("-Dgnomon.host=" + ProcessHandle.current().pid());
    arguments.add("-cp");
    arguments.add(
        command.classPath().stream()
            .map(Path::toString)
            .collect(Collectors.joining(File.pathSeparator)));
    arguments.add(MAIN);
    arguments.add(command.libraries().toString());
    return new ProcessBuilder(arguments)
        // A crash leaves its files where it ran.
        .directory(command.workspace().toFile())
        .redirectErrorStream(true)
        .redirectOutput(log.toFile())
        .start();
  }

  private Probe ended(Process process) {
    try {
      if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
        return new Probe(End.TIMED_OUT, limit.toSeconds() + " s", "");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ProblemException(
          "interrupted", "The doctor was interrupted; nothing was left running.", e);
    }
    int status = process.exitValue();
    return new Probe(status == 0 ? End.ENDED : End.DIED, "exit status " + status, "");
  }

  private static String printed(Path log) {
    try (InputStream in = Files.newInputStream(log)) {
      return new String(in.readNBytes(MOST_BYTES), StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      // Somebody removed it; then nothing is known of the ruler.
      return "";
    }
  }

  /** What the JVM said beside the ruler; of a failure the first lines tell most. */
  private static String said(String text) {
    return text.lines()
        .filter(line -> !line.isBlank() && !line.equals("#"))
        // Newer JDKs warn of every native library.
        .filter(line -> !line.startsWith("@gnomon-ruler") && !line.startsWith("WARNING:"))
        .limit(MOST_LINES)
        .map(line -> line.length() > LONGEST_LINE ? line.substring(0, LONGEST_LINE) : line)
        .map(String::strip)
        .collect(Collectors.joining(" | "));
  }
}
