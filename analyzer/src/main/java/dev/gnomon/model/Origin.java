package dev.gnomon.model;

import java.util.Objects;

/**
 * Where a run came from.
 *
 * @param project the reactor's root, {@code group:artifact}
 * @param module the module measured, {@code artifact}
 * @param source {@code measured} or {@code interleaved} by this tool, or the format it was imported
 *     from
 * @param toolVersion version of this tool
 */
public record Origin(String project, String module, String source, String toolVersion) {

  /** The source of a run that this tool measured itself. */
  public static final String MEASURED = "measured";

  /**
   * The source of each of the two runs whose forks were measured side by side: forks of the same
   * round are a pair.
   */
  public static final String INTERLEAVED = "interleaved";

  public Origin {
    Objects.requireNonNull(project, "project");
    Objects.requireNonNull(module, "module");
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(toolVersion, "toolVersion");
  }
}
