package dev.gnomon.measure.process;

import dev.gnomon.measure.Listed;
import dev.gnomon.measure.process.Host.Ending;
import dev.gnomon.model.Fork;
import dev.gnomon.model.ForkPlan;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/**
 * Runs both forks of a pair at once, taking turns: while one runs an iteration the other waits for
 * its own. A phase of the machine of more than an iteration then meets both alike.
 */
final class Together {
  private static final long LOOK_NS = 20_000_000L;

  private final Clock clock;
  private final Progress progress;
  private final Path file;

  /**
   * Pairs of one measurement.
   *
   * @param file by which forks take turns
   */
  Together(Clock clock, Progress progress, Path file) {
    this.clock = clock;
    this.progress = progress;
    this.file = file;
  }

  /**
   * One side of a pair.
   *
   * @param runner runs its forks
   * @param benchmark as this side lists it
   * @param plan both sides' plan
   */
  record Half(ForkRunner runner, Listed benchmark, ForkPlan plan) {
    ForkOrder order(int round, ForkOrder.Turn turn) {
      return runner.order(benchmark, round, plan, turn);
    }
  }

  /** Two forks that ended well, in the order in which they began. */
  record Pair(Fork first, Fork second) {}

  /**
   * Runs a pair.
   *
   * @return empty where either fork failed or was lost: whether that is its own fault shows when it
   *     runs alone
   */
  Optional<Pair> run(Half first, Half second, int round) throws InterruptedException {
    try (Turns turns = Turns.begin(file)) {
      ForkOrder one = first.order(round, new ForkOrder.Turn(file, Turns.FIRST));
      ForkOrder two = second.order(round, new ForkOrder.Turn(file, Turns.SECOND));
      Started a = start(first, one, turns, Turns.FIRST);
      Started b = start(second, two, turns, Turns.SECOND);
      while ((a.running() || b.running()) && !a.failed() && !b.failed()) {
        a.look();
        b.look();
        progress.idle();
      }
      a.stop();
      b.stop();
      return a.endedWell() && b.endedWell()
          ? Optional.of(new Pair(a.fork(), b.fork()))
          : Optional.empty();
    }
  }

  private Started start(Half half, ForkOrder order, Turns turns, int place)
      throws InterruptedException {
    Started started = new Started(half.runner(), order, turns, place, clock.instant());
    started.begin();
    return started;
  }

  /** A fork of a pair, until its end. */
  private static final class Started {
    private final ForkRunner runner;
    private final ForkOrder order;
    private final Turns turns;
    private final int place;
    private final Instant began;
    private RunningFork running;
    private Fork fork;

    Started(ForkRunner runner, ForkOrder order, Turns turns, int place, Instant began) {
      this.runner = runner;
      this.order = order;
      this.turns = turns;
      this.place = place;
      this.began = began;
    }

    void begin() throws InterruptedException {
      try {
        running = runner.begin(order);
      } catch (HostLostException e) {
        lost();
      }
    }

    boolean running() {
      return running != null;
    }

    boolean endedWell() {
      return fork != null && fork.succeeded();
    }

    boolean failed() {
      return !running() && !endedWell();
    }

    Fork fork() {
      return fork;
    }

    void look() throws InterruptedException {
      if (running == null) {
        return;
      }
      try {
        Optional<Ending> ending = running.poll(LOOK_NS);
        if (ending.isPresent()) {
          running = null;
          turns.left(place);
          fork = ForkBuilder.build(order, began, ending.get());
        }
      } catch (HostLostException e) {
        lost();
      }
    }

    /** Where the other failed, this one need not go on. */
    void stop() throws InterruptedException {
      if (running == null) {
        return;
      }
      try {
        running.stop();
        running = null;
        turns.left(place);
      } catch (HostLostException e) {
        lost();
      }
    }

    private void lost() throws InterruptedException {
      running = null;
      turns.left(place);
      runner.restart();
    }
  }
}
