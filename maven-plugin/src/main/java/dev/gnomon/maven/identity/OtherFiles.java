package dev.gnomon.maven.identity;

/** What is known of files that are on no class path but that a benchmark may open all the same. */
public enum OtherFiles {
  /** No file of the repository differs but those that are compiled or copied to an output. */
  SAME,
  /** Some differ, or nobody looked. */
  MAY_DIFFER
}
