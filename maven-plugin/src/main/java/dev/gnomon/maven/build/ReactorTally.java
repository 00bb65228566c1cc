package dev.gnomon.maven.build;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.maven.execution.MavenSession;
import org.eclipse.aether.SessionData;

/**
 * Which modules of this build had nothing to measure. In a reactor one such module is normal; all
 * of them together mean that the gate looked at nothing.
 */
public final class ReactorTally {
  private static final String KEY = "dev.gnomon.modules-without-benchmarks";

  private final Map<String, String> empty;
  private final int modules;

  private ReactorTally(Map<String, String> empty, int modules) {
    this.empty = empty;
    this.modules = modules;
  }

  /** The tally of one goal in one build, shared by all its modules and threads. */
  @SuppressWarnings("unchecked") // The key is ours, and only this type is ever put under it.
  public static ReactorTally of(MavenSession session, String goal) {
    SessionData data = session.getRepositorySession().getData();
    String key = KEY + "." + goal;
    data.set(key, null, new ConcurrentHashMap<String, String>());
    return new ReactorTally((Map<String, String>) data.get(key), session.getProjects().size());
  }

  /**
   * Notes a module with nothing to measure.
   *
   * @return whether by now every module of the build is such a one
   */
  public boolean nothingIn(String module, String why) {
    empty.put(module, why);
    return empty.size() >= modules;
  }

  /** Whether there is one module only, so that nothing there is nothing at all. */
  public boolean alone() {
    return modules <= 1;
  }
}
