package dev.gnomon.archive.git;

import dev.gnomon.problem.ProblemException;
import java.util.concurrent.ThreadLocalRandom;

/** Waits a little longer and less predictably before each next attempt, so that writers part. */
final class BackOff {
  private static final long FIRST_MS = 20;
  private static final long LONGEST_MS = 1500;

  private int attempts;

  /** Waits a random time. */
  void await() {
    long most = Math.min(LONGEST_MS, FIRST_MS << Math.min(attempts, 10));
    attempts++;
    try {
      Thread.sleep(ThreadLocalRandom.current().nextLong(most) + 1);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ProblemException(
          "interrupted", "Writing the archive was interrupted. Start the goal again.", e);
    }
  }

  int attempts() {
    return attempts;
  }
}
