package dev.gnomon.harness;

import java.nio.file.Path;

/** The kernel's account of the thread that opened it, for that thread to read. */
final class ThreadAccount {
  private final ProcFile schedstat;
  private boolean counted;

  ThreadAccount(Path root) {
    // The link is followed as the file is opened, so it stays this thread's file.
    schedstat = ProcFile.open(root.resolve("proc/thread-self/schedstat"));
  }

  /** Time on a CPU until now, then time waiting for one; both unknown where nothing is counted. */
  Reading.Task read() {
    if (schedstat == null || !schedstat.refresh()) {
      return new Reading.Task("", Reading.UNKNOWN, Reading.UNKNOWN);
    }
    Reading.Task task = new Reading.Task("", schedstat.nextNumber(), schedstat.nextNumber());
    counted |= task.onCpu() > 0;
    return task;
  }

  /**
   * {@code schedstat}, {@code zero} where the file is there but nothing was counted in it, or
   * {@code absent}.
   */
  String source() {
    return schedstat == null ? "absent" : counted ? "schedstat" : "zero";
  }
}
