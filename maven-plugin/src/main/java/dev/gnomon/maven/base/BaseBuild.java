package dev.gnomon.maven.base;

import dev.gnomon.maven.layout.ChildProcess;
import dev.gnomon.maven.layout.ChildProcess.Outcome;
import dev.gnomon.maven.layout.ModulePaths;
import dev.gnomon.problem.ProblemException;
import dev.gnomon.report.text.Visible;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Compiles a module in a worktree, and what it needs of its reactor.
 *
 * @param maven what builds it
 * @param module the module at hand
 * @param top top directory of the checkout, which the worktree is another copy of
 * @param hints why it may fail, in sentences
 */
record BaseBuild(ChildMaven maven, ModulePlace module, Path top, List<String> hints) {
  /** Lies in the worktree, and goes with it. */
  private static final String CLASS_PATH = ".gnomon-class-path";

  private static final Duration LIMIT = Duration.ofMinutes(10);

  /**
   * Builds it.
   *
   * @param worktree top directory of the worktree
   * @param base what it is called in messages
   * @return its classes in the worktree; empty where it has no such module
   * @throws ProblemException {@code base-does-not-build}, {@code maven-not-found}, {@code
   *     interrupted}
   */
  Optional<ModulePaths> build(Path worktree, String base) throws IOException {
    Path rootPom = worktree.resolve(top.relativize(module.rootPom()));
    Path directory = worktree.resolve(top.relativize(module.base()));
    if (!Files.isRegularFile(rootPom) || !Files.isDirectory(directory)) {
      return Optional.empty();
    }
    if (Files.isDirectory(module.top().resolve(".mvn"))) {
      // Without it Maven would go up to the top of the working tree, and read its .mvn.
      Files.createDirectories(worktree.resolve(top.relativize(module.top())).resolve(".mvn"));
    }
    // A file of its own: what a killed build started may still write to the old one.
    Path log = Files.createDirectories(module.directory()).resolve("build.log");
    Files.deleteIfExists(log);
    Path file = worktree.resolve(CLASS_PATH);
    Outcome outcome =
        new ChildProcess(rootPom.getParent(), log, LIMIT)
            .run(maven.command(rootPom, selection(), directory, file), maven.environment());
    return outcome.ok() && Files.isRegularFile(file)
        ? Optional.of(within(worktree, base, ClassPathFile.read(file)))
        : failed(outcome, worktree, base, log);
  }

  /** Outside of its tree, the base has just overwritten the candidate. */
  private static ModulePaths within(Path worktree, String base, ModulePaths paths) {
    for (Path classes : List.of(paths.mainClasses(), paths.testClasses())) {
      if (!classes.startsWith(worktree)) {
        throw new ProblemException(
            "base-does-not-build",
            "The base %s writes its classes to %s, where those of the working tree are too. Expected an output directory below the module, such as target/classes; set it in the POM, or compare with stored runs: mvn perf:check."
                .formatted(base, Visible.line(classes.toString())));
      }
    }
    return paths;
  }

  private Optional<ModulePaths> failed(Outcome outcome, Path worktree, String base, Path log)
      throws IOException {
    if (Thread.interrupted()) {
      Thread.currentThread().interrupt();
      throw new ProblemException(
          "interrupted", "Building the base was interrupted. Start the goal again.");
    }
    BuildFailure failure = BuildFailure.read(log);
    if (failure.moduleUnknown()) {
      return Optional.empty();
    }
    throw failure.problem(base, worktree, outcome.lastLines(), log, hints);
  }

  private List<String> selection() {
    if (module.alone()) {
      return List.of();
    }
    Path root = module.rootPom().getParent();
    String path = root.relativize(module.base()).toString().replace('\\', '/');
    // A name may begin with what -pl takes for an operator.
    return List.of("-pl", path.isEmpty() ? "." : "./" + path, "-am");
  }
}
