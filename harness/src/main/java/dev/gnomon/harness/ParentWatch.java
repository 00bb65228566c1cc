package dev.gnomon.harness;

/**
 * Ends a fork whose host is gone: a benchmark that hangs would otherwise outlive a host that was
 * killed. It looks once a second, which no score can see.
 */
final class ParentWatch {
  static final String PARENT = "gnomon.host";

  private ParentWatch() {}

  static void start() {
    Long pid = Long.getLong(PARENT);
    if (pid == null) {
      return;
    }
    ProcessHandle host = ProcessHandle.of(pid).orElse(null);
    Thread watch = new Thread(() -> watch(host), "gnomon-host-watch");
    watch.setDaemon(true);
    watch.start();
  }

  private static void watch(ProcessHandle host) {
    try {
      while (host != null && host.isAlive()) {
        Thread.sleep(1_000);
      }
    } catch (InterruptedException e) {
      return;
    }
    Runtime.getRuntime().halt(1);
  }
}
