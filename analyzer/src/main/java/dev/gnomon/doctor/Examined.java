package dev.gnomon.doctor;

import java.util.Objects;

/**
 * Everything that was found out, before it is judged.
 *
 * @param java the executable that the forks run on
 * @param machine what can be read without measuring
 * @param lock whether somebody measures
 * @param probe how the probe JVM ended
 * @param ruler what it told
 */
public record Examined(String java, MachineState machine, Lock lock, Probe probe, Ruler ruler) {
  public Examined {
    Objects.requireNonNull(java, "java");
    Objects.requireNonNull(machine, "machine");
    Objects.requireNonNull(lock, "lock");
    Objects.requireNonNull(probe, "probe");
    Objects.requireNonNull(ruler, "ruler");
  }

  /**
   * The lock that lets one measurement run at a time.
   *
   * @param state who has it
   * @param text its holder as he calls himself, or why it can't be had; may be empty
   * @param file where it lies
   */
  public record Lock(State state, String text, String file) {
    /** Who has a lock. */
    public enum State {
      FREE,
      HELD,
      UNUSABLE
    }
  }

  /**
   * How the probe JVM ended.
   *
   * @param end its kind
   * @param detail exit status, time limit or the reason
   * @param said what it printed beside what the ruler did, in short
   */
  public record Probe(End end, String detail, String said) {
    /** Ways to end. */
    public enum End {
      /** By itself and well. */
      ENDED,
      /** By itself, with an error or in a crash. */
      DIED,
      /** By us, at its time limit. */
      TIMED_OUT,
      /** The operating system did not start it. */
      NOT_STARTED,
      /** Not run, because somebody else measures. */
      LEFT_OUT
    }
  }
}
