package dev.gnomon.maven.base;

import dev.gnomon.environment.probe.GitProbe;
import dev.gnomon.maven.base.Preparation.ModuleNotInBase;
import dev.gnomon.maven.base.Preparation.NothingToCompare;
import dev.gnomon.maven.base.Preparation.Ready;
import dev.gnomon.maven.layout.ModulePaths;
import dev.gnomon.problem.ProblemException;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Gets the base of a comparison ready to be measured: finds the commit, takes its classes from the
 * cache, or checks it out in a worktree and builds it. No worktree is left when it returns.
 */
public final class BasePreparation {
  private final Consumer<String> progress;
  private final Clock clock;

  /**
   * A preparation.
   *
   * @param progress told in a sentence what takes time
   */
  public BasePreparation(Consumer<String> progress) {
    this(progress, Clock.systemUTC());
  }

  BasePreparation(Consumer<String> progress, Clock clock) {
    this.progress = progress;
    this.clock = clock;
  }

  /**
   * Prepares the merge base of what is checked out with the branch, tag or commit that is asked
   * for.
   *
   * @throws ProblemException {@code git-not-found}, {@code git-failed}, {@code not-a-repository},
   *     {@code base-unknown}, {@code no-merge-base}, {@code base-does-not-build}, {@code
   *     maven-not-found}, {@code output-not-writable}, {@code interrupted}
   */
  public Preparation prepare(BaseRequest request) {
    BasePoint point = mergeBase(request).find(request.base());
    if (point.nothingToCompare()) {
      return new NothingToCompare(
          point.commit(),
          "There is nothing to compare: what is checked out is %s, which is its merge base with %s, and nothing is changed or new. To compare with an earlier commit: -Dperf.base=HEAD~1."
              .formatted(shortened(point.commit()), point.label()));
    }
    return prepare(request, point);
  }

  /**
   * Prepares a commit itself.
   *
   * @param commit a branch, a tag or a commit
   * @throws ProblemException as {@link #prepare(BaseRequest)}
   */
  public Preparation prepareCommit(BaseRequest request, String commit) {
    return prepare(request, mergeBase(request).exactly(commit));
  }

  private static MergeBase mergeBase(BaseRequest request) {
    return new MergeBase(git(request), new GitProbe(request.environment()), request.deepen());
  }

  /** The checkout that the build was started in holds its POMs. */
  private static Git git(BaseRequest request) {
    return new Git(request.module().rootPom().getParent());
  }

  private Preparation prepare(BaseRequest request, BasePoint point) {
    Git git = git(request);
    Checkout checkout = Checkout.of(git, request);
    BuildKey key = BuildKey.of(point.commit(), checkout.top(), checkout.request());
    BaseLock lock = new BaseLock(checkout.directory(), progress);
    return Stopping.guarding(
        () ->
            lock.during(
                () -> found(checkout, point, key).orElseGet(() -> built(checkout, point, key))));
  }

  private Optional<Preparation> found(Checkout checkout, BasePoint point, BuildKey key) {
    if (!checkout.cacheIsOurs()) {
      return Optional.empty();
    }
    return checkout
        .cache()
        .find(key, checkout.request().module().base(), clock.instant())
        .map(paths -> ready(point, paths, true, notes(point, List.of())));
  }

  private Preparation built(Checkout checkout, BasePoint point, BuildKey key) {
    String name = "%s (%s)".formatted(shortened(point.commit()), point.label());
    progress.accept("Building the base %s".formatted(name));
    BaseRequest request = checkout.request();
    ModulePlace module = request.module();
    try (Worktree worktree = Worktree.add(checkout.git(), checkout.directory(), point.commit())) {
      List<String> notes = notes(point, worktree.notes());
      Optional<ModulePaths> paths =
          new BaseBuild(request.maven(), module, checkout.top(), notes)
              .build(worktree.root(), name);
      if (paths.isEmpty()) {
        return new ModuleNotInBase(
            point.commit(),
            point.label(),
            "The base %s has no module %s in its place, so every benchmark of it is new."
                .formatted(name, module.name()));
      }
      ModulePaths kept =
          checkout.cache().store(key, paths.get(), worktree.root(), module.base(), clock.instant());
      return ready(point, kept, false, notes);
    } catch (IOException e) {
      throw new ProblemException(
          "output-not-writable",
          "The base cannot be kept in %s: %s. Make it writable, or run mvn clean."
              .formatted(checkout.directory(), e.getMessage()),
          e);
    }
  }

  private static List<String> notes(BasePoint point, List<String> ofWorktree) {
    List<String> notes = new ArrayList<>(point.changes().note().stream().toList());
    notes.addAll(ofWorktree);
    return notes;
  }

  private static Ready ready(
      BasePoint point, ModulePaths paths, boolean fromCache, List<String> notes) {
    return new Ready(new PreparedBase(point.commit(), point.label(), paths, fromCache, notes));
  }

  private static String shortened(String commit) {
    final int digits = 12;
    return commit.substring(0, digits);
  }
}
