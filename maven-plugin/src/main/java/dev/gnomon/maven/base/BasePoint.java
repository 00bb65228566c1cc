package dev.gnomon.maven.base;

/**
 * What the working tree is compared with.
 *
 * @param commit full id of the base
 * @param label what it was found by: the name of a branch, or what the user named
 * @param head full id of the commit that is checked out
 * @param changes what the working tree has beyond it
 */
public record BasePoint(String commit, String label, String head, LocalChanges changes) {
  /** Whether what is checked out is the base itself. */
  public boolean atHead() {
    return commit.equals(head);
  }

  /** Whether both sides are the same code. */
  public boolean nothingToCompare() {
    return atHead() && changes.none();
  }
}
