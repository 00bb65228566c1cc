package dev.gnomon.maven.base;

import java.util.List;
import java.util.Optional;

/**
 * A name for the base, and the places where it may be found, the first that has it first.
 *
 * @param name as the user or the CI server gave it
 * @param places revisions
 */
record Target(String name, List<String> places) {
  /** Where the remote's branches are kept. */
  private static final String REMOTE = "refs/remotes/origin/";

  Target {
    places = List.copyOf(places);
  }

  /** What the user means is here; on a CI server the branches of the remote are all there is. */
  static Target named(String name) {
    return new Target(name, List.of(name, REMOTE + name));
  }

  /** A local branch of that name is often behind. */
  static Target branch(String name) {
    return new Target(name, List.of(REMOTE + name, "refs/heads/" + name, name));
  }

  Optional<String> commit(Git git) {
    return places.stream().flatMap(place -> git.commit(place).stream()).findFirst();
  }

  /** What fetches it as a branch of the remote, if it has the form of one. */
  Optional<String> refspec(Git git) {
    String branch = "refs/heads/" + name;
    return git.answer("check-ref-format", branch)
        .map(allowed -> "+%s:%s%s".formatted(branch, REMOTE, name));
  }
}
