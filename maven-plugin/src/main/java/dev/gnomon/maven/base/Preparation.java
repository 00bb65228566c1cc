package dev.gnomon.maven.base;

/** How preparing a base ended. */
public sealed interface Preparation {
  /** It can be measured. */
  record Ready(PreparedBase base) implements Preparation {}

  /**
   * Both sides are the same code.
   *
   * @param commit full id of the commit that both are
   * @param why a sentence with what to do about it
   */
  record NothingToCompare(String commit, String why) implements Preparation {}

  /**
   * The base has no such module, so that every benchmark of the candidate is new.
   *
   * @param commit full id of the base
   * @param label what it was found by
   * @param why a sentence
   */
  record ModuleNotInBase(String commit, String label, String why) implements Preparation {}
}
