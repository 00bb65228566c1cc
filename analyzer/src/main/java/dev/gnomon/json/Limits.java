package dev.gnomon.json;

/** What no honest document comes near; a document beyond any of these is refused unread. */
final class Limits {
  /** Bytes after decompression: a thousand benchmarks of thirty long forks need about half. */
  static final long BYTES = 256L << 20;

  /** A gzip may inflate by this factor; honest ones reach about 12. */
  static final int RATIO = 200;

  /** Below this size the factor does not matter: small files of equal numbers shrink well. */
  static final long RATIO_FROM = 8L << 20;

  /** Objects, names and single values; numbers inside arrays of numbers do not count. */
  static final int VALUES = 4_000_000;

  static final int DEPTH = 24;

  /** Frames of a stack. */
  static final int FRAMES = 512;

  /** Stacks of a profile. */
  static final int STACKS = 1000;

  /** Frames of all stacks of a run's profiles; a thousand benchmarks have about a tenth. */
  static final long STACKED = 20_000_000;

  static final int TEXT = 16 << 20;
  static final int NAME = 1 << 16;
  static final int DIGITS = 64;

  private Limits() {}
}
