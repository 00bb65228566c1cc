package dev.gnomon.archive.git;

import dev.gnomon.archive.KeptArchive;
import dev.gnomon.archive.RunAddress;
import dev.gnomon.archive.RunName;
import dev.gnomon.archive.StoredProfiles;
import dev.gnomon.archive.StoredRun;
import dev.gnomon.model.RunHead;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Runs on an orphan branch, in the layout of a directory archive. The branch lives at the remote
 * and is fetched before it is read; adding is a commit of one new file pushed on top, again and
 * again while others push too. Where there is no remote, the branch is that of this repository.
 *
 * <p>Readers see the branch as it was when they first looked, so that one goal judges by one state.
 */
public final class GitArchive implements KeptArchive {
  /** Attempts while the branch moves on: each means that somebody else has succeeded. */
  private static final int MOST_ATTEMPTS = 200;

  /** Attempts while it does not: then nobody is in the way, and git's refusal is meant. */
  private static final int MOST_REFUSALS = 4;

  private final Repository repository;
  private final Blobs blobs;
  private Optional<Tree> seen = Optional.empty();

  /** Which profiles the state has that was last asked for some: asking git for each takes long. */
  private Map<Tree, Set<String>> profiled = Map.of();

  private GitArchive(Repository repository) {
    this.repository = repository;
    this.blobs = new Blobs(repository.git());
  }

  /**
   * An archive on a branch, which is made by the first {@link #add}.
   *
   * @param directory anywhere in a checkout, shallow or not
   * @param branch name of the branch
   * @throws dev.gnomon.problem.ProblemException {@code not-a-repository}, {@code git-not-found},
   *     {@code invalid-setting}
   */
  public static GitArchive open(Path directory, String branch) {
    return new GitArchive(
        Repository.around(
            Objects.requireNonNull(directory, "directory"),
            Objects.requireNonNull(branch, "branch")));
  }

  @Override
  public String place() {
    return "git:" + repository.branch();
  }

  private synchronized Tree seen() {
    if (seen.isEmpty()) {
      seen = Optional.of(newest());
    }
    return seen.get();
  }

  private Tree newest() {
    Tree tree = new Tree(repository, repository.tip());
    tree.requireArchive();
    return tree;
  }

  @Override
  public List<RunAddress> list(String project, String module) {
    return sorted(seen().runs(RunName.module(project, module)));
  }

  @Override
  public List<RunAddress> all() {
    return sorted(seen().runs(RunName.top()));
  }

  private static List<RunAddress> sorted(List<RunAddress> runs) {
    return runs.stream().sorted(RunAddress.NEWEST_FIRST).toList();
  }

  @Override
  public RunHead readHead(RunAddress address) {
    return StoredRun.head(
        new ByteArrayInputStream(seen().bytes(address.path(), blobs)),
        place() + ":" + address.path());
  }

  @Override
  public StoredRun stored(RunAddress address) {
    return stored(seen(), address);
  }

  @Override
  public synchronized Optional<StoredProfiles> storedProfiles(RunAddress address) {
    Tree tree = seen();
    if (!profiled.containsKey(tree)) {
      profiled = Map.of(tree, tree.profiles());
    }
    String path = address.profilesPath();
    return profiled.get(tree).contains(path)
        ? Optional.of(StoredProfiles.kept(tree.bytes(path, blobs)))
        : Optional.empty();
  }

  private StoredRun stored(Tree tree, RunAddress address) {
    return StoredRun.kept(
        address,
        new ByteArrayInputStream(tree.bytes(address.path(), blobs)),
        place() + ":" + address.path());
  }

  @Override
  public void put(List<StoredRun> runs) {
    change(
        tree -> {
          Set<RunAddress> there = tree.there(runs.stream().map(StoredRun::address).toList());
          List<StoredRun> missing = new ArrayList<>();
          for (StoredRun run : runs) {
            if (there.contains(run.address())) {
              requireSame(tree, run);
            } else {
              missing.add(run);
            }
          }
          return missing.isEmpty() ? Optional.empty() : Optional.of(tree.with(missing));
        });
  }

  /** What stands under the run's name must be the run: a damaged file would lose it unseen. */
  private void requireSame(Tree tree, StoredRun run) {
    if (!stored(tree, run.address()).same(run)) {
      throw StoredRun.damaged(
          place() + ":" + run.address().path(), "another run has the same name", null);
    }
  }

  @Override
  public void remove(List<RunAddress> addresses) {
    change(
        tree -> {
          List<RunAddress> there = List.copyOf(tree.there(addresses));
          return there.isEmpty() ? Optional.empty() : Optional.of(tree.without(there));
        });
  }

  /**
   * Does nothing. The branch holds runs alone, and what was removed from it stays in its history,
   * which is never rewritten. Commits that lost a race are objects of the user's own repository,
   * which git collects by the user's own settings.
   */
  @Override
  public String compact() {
    return "%s holds nothing but runs and its history, which is never rewritten; commits that did not reach it go with git gc"
        .formatted(place());
  }

  /**
   * Puts a commit on top of the branch, made afresh on each state of it until one is accepted.
   *
   * @param commit the commit upon a state; empty where nothing is left to do
   */
  private void change(Function<Tree, Optional<String>> commit) {
    BackOff backOff = new BackOff();
    Optional<String> refusedAt = Optional.empty();
    for (int refusals = 0; ; ) {
      Tree tree = newest();
      Optional<String> next = commit.apply(tree);
      if (next.isEmpty()) {
        seen = Optional.of(tree);
        return;
      }
      Ended ended = repository.advance(tree.commit(), next.get());
      // A connection that broke after the push leaves open whether it arrived.
      if (ended.ok() || repository.has(next.get())) {
        seen = Optional.of(new Tree(repository, next));
        return;
      }
      refusals = tree.commit().equals(refusedAt) ? refusals + 1 : 1;
      refusedAt = tree.commit();
      if (refusals == MOST_REFUSALS || backOff.attempts() == MOST_ATTEMPTS) {
        throw repository.unwritable("push", ended);
      }
      backOff.await();
    }
  }

  @Override
  public void close() {
    blobs.close();
  }
}
