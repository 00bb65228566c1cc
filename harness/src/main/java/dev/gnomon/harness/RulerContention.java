package dev.gnomon.harness;

/** Two threads that want one monitor, each of which sleeps while it holds it. */
final class RulerContention {
  private final Object monitor = new Object();
  private final long end;

  private RulerContention(long end) {
    this.end = end;
  }

  /** Contends for so long; the nanoseconds that it took. */
  static long forMillis(long millis) throws InterruptedException {
    long start = System.nanoTime();
    RulerContention contention = new RulerContention(start + millis * 1_000_000);
    Thread other = new Thread(contention::contend, "gnomon-contention");
    other.setDaemon(true);
    other.start();
    contention.contend();
    other.join();
    return System.nanoTime() - start;
  }

  private void contend() {
    try {
      while (System.nanoTime() < end) {
        synchronized (monitor) {
          Thread.sleep(1);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
