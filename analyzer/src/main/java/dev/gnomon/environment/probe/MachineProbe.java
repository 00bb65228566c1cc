package dev.gnomon.environment.probe;

import dev.gnomon.environment.Fact;
import java.util.List;

/** Reads what is known about this machine; what cannot be read is left out. */
public final class MachineProbe {

  /** A probe of the machine that this JVM runs on. */
  public static MachineProbe ofThisMachine() {
    return new MachineProbe();
  }

  private MachineProbe() {}

  /** Strict and soft facts, sorted by name; the same on every call until the machine changes. */
  public List<Fact> facts() {
    return List.of();
  }
}
