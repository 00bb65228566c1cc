package dev.gnomon.measure.process;

import dev.gnomon.environment.Fact;
import dev.gnomon.measure.HostCommand;
import dev.gnomon.measure.Iterations;
import dev.gnomon.measure.Listed;
import dev.gnomon.measure.MeasurementRequest.Selection;
import dev.gnomon.model.BenchmarkId;
import dev.gnomon.model.Mode;
import dev.gnomon.problem.ProblemException;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** A JVM on the project's class path that lists benchmarks and runs one fork at a time. */
final class Host implements AutoCloseable {
  private static final long LIST_NS = 120_000_000_000L;
  private static final long LONGEST_SILENCE_NS = 1_000_000_000L;
  private static final int MOST_BENCHMARKS = 100_000;

  private final HostCommand command;
  private final HostProcess process;

  private Host(HostCommand command, HostProcess process) {
    this.command = command;
    this.process = process;
  }

  static Host start(HostCommand command) throws InterruptedException {
    return new Host(command, HostProcess.start(command));
  }

  /**
   * The benchmarks of the class path.
   *
   * @param benchmarks those selected, in JMH's order
   * @param facts about the JVM and JMH
   */
  record Listing(List<Listed> benchmarks, List<Fact> facts) {}

  /**
   * Lists the benchmarks that a selection names.
   *
   * @throws ProblemException where there is none, or JMH does not take the options
   */
  Listing list(Selection selection) throws InterruptedException, HostLostException {
    process.channel().send(listCommand(selection));
    List<Listed> benchmarks = new ArrayList<>();
    while (true) {
      Frame frame =
          process
              .channel()
              .next(LIST_NS)
              .orElseThrow(() -> process.died("did not list its benchmarks in two minutes"));
      switch (frame.kind()) {
        case "benchmark" -> benchmarks.add(listed(benchmarks.size(), frame));
        case "listed" -> {
          return new Listing(benchmarks, facts(frame));
        }
        case "problem" -> throw new ProblemException(frame.text("code"), frame.text("text"));
        default -> throw new HostLostException("the host answered " + frame.kind());
      }
    }
  }

  private static Frame listCommand(Selection selection) {
    List<String> arguments = new ArrayList<>(selection.jmhArgs());
    selection.params().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(
            param -> {
              arguments.add("-p");
              arguments.add(param.getKey() + "=" + String.join(",", param.getValue()));
            });
    return Frame.of("list")
        .withAll("arg.", arguments)
        .withAll("include.", selection.includes())
        .withAll("exclude.", selection.excludes());
  }

  private static Listed listed(int entry, Frame frame) throws HostLostException {
    if (entry >= MOST_BENCHMARKS) {
      throw new HostLostException("the host lists more than " + MOST_BENCHMARKS + " benchmarks");
    }
    try {
      BenchmarkId id =
          BenchmarkId.of(
              frame.text("name"),
              frame.below("param."),
              Mode.ofLabel(frame.text("mode")),
              Math.toIntExact(frame.number("threads", 1)));
      Iterations annotated =
          new Iterations(
              Math.toIntExact(frame.number("wi", 0)),
              frame.number("w", 0),
              Math.toIntExact(frame.number("i", 1)),
              frame.number("r", 0));
      Listed.Fixed fixed =
          new Listed.Fixed(
              Boolean.parseBoolean(frame.text("warmupFixed")),
              Boolean.parseBoolean(frame.text("measurementFixed")));
      return new Listed(entry, id, annotated, fixed, frame.text("hash"));
    } catch (IOException | IllegalArgumentException | ArithmeticException e) {
      throw new HostLostException("the host listed a benchmark that can't be", e);
    }
  }

  /** Names that end in a tilde are soft facts. */
  private static List<Fact> facts(Frame frame) {
    List<Fact> facts = new ArrayList<>();
    frame
        .below("fact.")
        .forEach(
            (name, value) ->
                facts.add(
                    name.endsWith("~")
                        ? Fact.soft(name.substring(0, name.length() - 1), value)
                        : Fact.strict(name, value)));
    return facts;
  }

  /**
   * Runs one fork to its end, or to its time limit.
   *
   * @param order what to run
   * @param idle called at least about once a second
   * @param enough told all iterations so far; true ends the fork early, as a pilot does
   */
  Ending run(ForkOrder order, Runnable idle, Predicate<ForkRecord> enough)
      throws InterruptedException, HostLostException {
    RunningFork fork = begin(order, enough);
    while (true) {
      Optional<Ending> ending = fork.poll(LONGEST_SILENCE_NS);
      idle.run();
      if (ending.isPresent()) {
        return ending.get();
      }
    }
  }

  /** Starts a fork, whose end is to be waited for before another is. */
  RunningFork begin(ForkOrder order, Predicate<ForkRecord> enough) throws HostLostException {
    process.channel().send(forkCommand(order));
    return new RunningFork(process, order, enough);
  }

  /**
   * How a fork ended.
   *
   * @param record its iterations
   * @param last the host's last word on it
   * @param stopped whether it was stopped because that was enough
   * @param timedOut how long it had run where it was stopped at its time limit
   */
  record Ending(ForkRecord record, Frame last, boolean stopped, Optional<Duration> timedOut) {}

  private Frame forkCommand(ForkOrder order) {
    Frame frame =
        Frame.of("fork")
            .with("entry", order.benchmark().entry())
            .with("wi", order.plan().warmupIterations())
            .with("w", order.plan().warmupNs())
            .with("i", order.plan().iterations())
            .with("r", order.plan().iterationNs())
            .withAll("planFlag.", order.flags())
            .withAll("jvmArg.", command.jvmArgs());
    order
        .profile()
        .ifPresent(
            profile ->
                frame
                    .with("profile", profile.file())
                    .with("event", profile.how().event().word())
                    .with("interval", profile.how().interval()));
    order.turn().ifPresent(turn -> frame.with("turns", turn.file()).with("place", turn.place()));
    return frame.with("libraries", command.libraries());
  }

  ProblemException died(String how) {
    return process.died(how);
  }

  /** An empty directory for the profiles of forks: those of an earlier run would be mistaken. */
  static Path emptyProfiles(HostCommand command) {
    Path directory = command.workspace().resolve("profiles");
    try {
      Files.createDirectories(directory);
      try (DirectoryStream<Path> earlier = Files.newDirectoryStream(directory, "fork-*")) {
        for (Path file : earlier) {
          Files.deleteIfExists(file);
        }
      }
      return directory;
    } catch (IOException e) {
      throw new ProblemException(
          "output-not-writable",
          "%s can't be made: %s. Expected a directory to write profiles to; <perf.output> names another."
              .formatted(directory, e.getMessage()),
          e);
    }
  }

  @Override
  public void close() {
    process.close();
  }
}
