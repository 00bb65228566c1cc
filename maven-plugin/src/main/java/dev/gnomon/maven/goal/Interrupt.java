package dev.gnomon.maven.goal;

import dev.gnomon.problem.ProblemException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Keeps what was measured when the build is stopped. The JVM ends as soon as its shutdown hooks
 * have: so one of them interrupts the measurement and waits until that is kept or told.
 */
final class Interrupt implements AutoCloseable {
  /** Time to end the forks and to write the run; a second Ctrl-C ends the JVM at once. */
  private static final long PATIENCE_SECONDS = 20;

  private final Thread measuring;
  private final CountDownLatch done = new CountDownLatch(1);
  private final Thread hook = new Thread(this::stop, "gnomon-interrupt");
  private boolean stopping;
  private boolean measured;

  private Interrupt(Thread measuring) {
    this.measuring = measuring;
  }

  static Interrupt ofThisThread() {
    Interrupt interrupt = new Interrupt(Thread.currentThread());
    Runtime.getRuntime().addShutdownHook(interrupt.hook);
    return interrupt;
  }

  private void stop() {
    interruptMeasuring();
    try {
      if (!done.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        System.err.println("Gnomon: what was measured could not be kept in time.");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized void interruptMeasuring() {
    stopping = true;
    // An interrupt while the run is being written would close the file under the writer.
    if (!measured) {
      measuring.interrupt();
    }
  }

  /** Told when measuring has ended; from here on the thread is left alone. */
  synchronized void measured() {
    measured = true;
    stopping |= Thread.interrupted();
  }

  /**
   * Told once what was measured is safe.
   *
   * @param where what became of it, the end of a sentence
   * @throws ProblemException if the build is being stopped, so that nothing goes on from here
   */
  synchronized void kept(String where) {
    if (stopping) {
      throw new ProblemException(
          "interrupted",
          "Measuring was interrupted; what was measured until then is %s.".formatted(where));
    }
  }

  @Override
  public void close() {
    done.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The JVM is ending already, and the hook with it.
      done.countDown();
    }
  }
}
