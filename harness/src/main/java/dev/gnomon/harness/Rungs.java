package dev.gnomon.harness;

import java.util.List;

/** Which engines are tried for an event, the best first. */
final class Rungs {
  /** From this interval on a profile is to cost nothing; below it, to tell as much as can be. */
  private static final long COARSE_NS = 4_000_000;

  private final NativeProfiler profiler;
  private final long interval;

  private Rungs(ProfileOrder order) {
    profiler = new NativeProfiler(order);
    interval = order.interval();
  }

  /**
   * The engines for an order.
   *
   * @throws IllegalStateException for an event that there is not
   */
  static List<Engine> of(ProfileOrder order) {
    Rungs rungs = new Rungs(order);
    return switch (order.event()) {
      case ProfileOrder.CPU -> order.interval() >= COARSE_NS ? rungs.coarse() : rungs.fine();
      case "wall" -> List.of(rungs.async("wall", "wall", "interval"));
      case "alloc" -> List.of(rungs.async("alloc", "alloc", "alloc"));
      case "lock" -> List.of(rungs.async("lock", "lock", "lock"));
      default -> throw new IllegalStateException("no event is called " + order.event());
    };
  }

  /** Per-thread timers first: they need no permission and cost nothing measurable at 10 ms. */
  private List<Engine> coarse() {
    return List.of(
        async("ctimer", "ctimer", "interval"),
        async("itimer", "itimer", "interval"),
        new JfrEngine(interval));
  }

  private List<Engine> fine() {
    return List.of(
        async(ProfileOrder.CPU, AsyncEngine.PERF_EVENTS, "interval"),
        // Without rights the kernel's part may be forbidden, and the user's part allowed.
        async("cpu-clock", AsyncEngine.PERF_EVENTS, "alluser,interval"),
        async("ctimer", "ctimer", "interval"),
        async("itimer", "itimer", "interval"),
        new JfrEngine(interval));
  }

  private Engine async(String event, String name, String option) {
    return new AsyncEngine(profiler, event, name, interval, option + "=" + interval);
  }
}
