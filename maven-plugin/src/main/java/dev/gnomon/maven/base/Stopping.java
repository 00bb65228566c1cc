package dev.gnomon.maven.base;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Sees to it that a build which is stopped leaves no child and no worktree behind: the JVM ends as
 * soon as its shutdown hooks have, so one of them interrupts the work and waits for its end.
 */
final class Stopping {
  private static final long PATIENCE_SECONDS = 20;

  private final Thread working = Thread.currentThread();
  private final CountDownLatch done = new CountDownLatch(1);
  private final Thread hook = new Thread(this::stop, "gnomon-base");

  private Stopping() {}

  /** Does work on this thread, which is interrupted when the JVM is told to end. */
  static <T> T guarding(Supplier<T> work) {
    Stopping stopping = new Stopping();
    Runtime.getRuntime().addShutdownHook(stopping.hook);
    try {
      return work.get();
    } finally {
      stopping.ended();
    }
  }

  private void stop() {
    working.interrupt();
    try {
      if (!done.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        System.err.println("Gnomon: the base's worktree stays until the next build removes it.");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void ended() {
    done.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The JVM is ending already, and the hook with it.
      done.countDown();
    }
  }
}
