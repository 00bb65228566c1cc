package dev.gnomon.maven.base;

import dev.gnomon.maven.layout.ModulePaths;
import java.util.List;

/**
 * A base that is built.
 *
 * @param commit its full id
 * @param label what it was found by, {@code main}
 * @param paths its classes, and what they need; outputs of the base lie in the cache, and the base
 *     directory is that of the module at hand, in which both sides run
 * @param fromCache whether an earlier build made it
 * @param notes what the reader of a comparison should know, in sentences
 */
public record PreparedBase(
    String commit, String label, ModulePaths paths, boolean fromCache, List<String> notes) {
  public PreparedBase {
    notes = List.copyOf(notes);
  }
}
