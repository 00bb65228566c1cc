package dev.gnomon.profile;

import java.util.Objects;

/**
 * One frame of a sampled stack.
 *
 * @param name readable name, untrusted text: {@code java.lang.String.indexOf}
 * @param kind what runs there
 */
public record Frame(String name, Kind kind) implements Comparable<Frame> {

  /** What runs in a frame. */
  public enum Kind {
    /** A Java method. */
    JAVA,
    /** Native code of the JVM or a library. */
    NATIVE,
    /** The kernel. */
    KERNEL
  }

  public Frame {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(kind, "kind");
  }

  @Override
  public int compareTo(Frame other) {
    int byName = name.compareTo(other.name);
    return byName != 0 ? byName : kind.compareTo(other.kind);
  }
}
