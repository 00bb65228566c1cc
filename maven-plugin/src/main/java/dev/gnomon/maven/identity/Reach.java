package dev.gnomon.maven.identity;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All that one benchmark can reach on one side.
 *
 * @param benchmark its class and method
 * @param classes digests of the project's classes, by name {@code a/b/C}
 * @param resources digests of the project's resources, by name
 * @param dependencies jars in the order of the class path, each with its digest
 * @param hash sha-256 of these three; equal for equal ones in equal order
 * @param own digests of the benchmark's class, those nested in it and those that it extends
 * @param everything what in it finds classes by name, so that every class counts; empty where they
 *     were counted one by one
 * @param opening what in it opens files
 * @param loading what in it loads native code or calls it
 */
record Reach(
    String benchmark,
    Map<String, String> classes,
    Map<String, String> resources,
    List<String> dependencies,
    String hash,
    Map<String, String> own,
    Optional<String> everything,
    Optional<String> opening,
    Optional<String> loading) {

  /** How many jars. */
  int jars() {
    return (int) dependencies.stream().filter(each -> !each.equals(Outputs.OWN)).count();
  }
}
