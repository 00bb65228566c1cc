package dev.gnomon.harness;

import java.io.IOException;
import one.profiler.AsyncProfiler;
import one.profiler.Counter;

/** async-profiler in this fork, loaded when it is first needed. */
final class NativeProfiler {
  private static final String LIBRARY = "library";

  private final ProfileOrder order;
  private AsyncProfiler loaded;

  NativeProfiler(ProfileOrder order) {
    this.order = order;
  }

  /**
   * Starts to sample.
   *
   * @throws Refused where the library cannot be loaded
   * @throws IllegalStateException with async-profiler's reason where the event cannot be had
   */
  void start(String options) throws Refused, IOException {
    // What it would print of a refusal into the benchmark's output becomes the status.
    load().execute("start,loglevel=error," + options);
  }

  void stop() throws Refused {
    load().stop();
  }

  /** Collapsed stacks with the time, the bytes or the delay of each. */
  String totals() throws Refused {
    return load().dumpCollapsed(Counter.TOTAL);
  }

  /** Collapsed stacks with the number of samples of each. */
  String samples() throws Refused {
    return load().dumpCollapsed(Counter.SAMPLES);
  }

  private AsyncProfiler load() throws Refused {
    if (loaded != null) {
      return loaded;
    }
    if (order.refused().contains(LIBRARY)) {
      throw new Refused(LIBRARY, "simulated");
    }
    if (order.library().isEmpty()) {
      throw new Refused(LIBRARY, order.noLibrary());
    }
    try {
      loaded = AsyncProfiler.getInstance(order.library());
      return loaded;
    } catch (UnsatisfiedLinkError e) {
      // The loader's message has the whole path twice, which leaves no room for the reason.
      String reason = String.valueOf(e.getMessage()).replace(order.library() + ": ", "");
      throw new Refused(LIBRARY, "it can't be loaded: " + reason, e);
    } catch (LinkageError e) {
      throw new Refused(LIBRARY, "async-profiler is not on the class path", e);
    }
  }
}
