package dev.gnomon.maven.base;

import dev.gnomon.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Path;

/**
 * The checkout that a module lies in, with real paths: git knows no others.
 *
 * @param git runs in the directory of the POM that Maven was started with
 * @param top its top directory
 * @param request what is wanted, its places below that directory
 */
record Checkout(Git git, Path top, BaseRequest request) {

  /**
   * The checkout of a module.
   *
   * @throws ProblemException {@code not-a-repository}
   */
  static Checkout of(Git git, BaseRequest request) {
    ModulePlace asked = request.module();
    try {
      Path top = git.top().toRealPath();
      ModulePlace module =
          new ModulePlace(
              asked.name(),
              asked.base().toRealPath(),
              asked.rootPom().toRealPath(),
              asked.alone(),
              within(top, asked.top().toRealPath()));
      if (!module.base().startsWith(top)) {
        throw outside(asked, top.toString(), null);
      }
      return new Checkout(
          git,
          top,
          new BaseRequest(
              module, request.base(), request.deepen(), request.environment(), request.maven()));
    } catch (IOException e) {
      throw outside(asked, String.valueOf(e.getMessage()), e);
    }
  }

  /** Some keep an {@code .mvn} above all their checkouts; a base is kept in its own. */
  private static Path within(Path top, Path ofBuild) {
    return ofBuild.startsWith(top) ? ofBuild : top;
  }

  private static ProblemException outside(ModulePlace module, String found, Throwable cause) {
    return new ProblemException(
        "not-a-repository",
        "%s is not in the git checkout of %s: %s. Expected both in one checkout, so that the base has both. Start Maven in the module's own checkout."
            .formatted(module.base(), module.rootPom(), found),
        cause);
  }

  /** Directory of everything that belongs to bases. */
  Path directory() {
    return request.module().directory();
  }

  BaseCache cache() {
    return new BaseCache(directory().resolve("cache"));
  }

  /** Nobody is to bring the classes of a base along with a change. */
  boolean cacheIsOurs() {
    return git.answer("--literal-pathspecs", "ls-files", "-z", "--", directory().toString())
        .filter(String::isEmpty)
        .isPresent();
  }
}
