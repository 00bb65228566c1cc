package dev.gnomon.bisect;

/** Which end of a history a commit is like. */
public enum Resemblance {
  GOOD,
  BAD,
  /** It cannot be told: it does not build, does not run the benchmark, or lies in between. */
  UNKNOWN
}
