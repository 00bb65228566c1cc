package dev.gnomon.archive.git;

import dev.gnomon.problem.ProblemException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The branch of an archive in a repository, here and at its remote.
 *
 * @param git the repository
 * @param branch its name, checked
 * @param remote where the branch lives; empty in a repository that has no remote, whose own branch
 *     it then is
 */
record Repository(GitProcess git, String branch, Optional<String> remote) {
  private static final String NONE = "0".repeat(40);

  /**
   * The repository around a directory.
   *
   * @throws ProblemException {@code not-a-repository}, {@code invalid-setting}, {@code
   *     archive-not-readable}
   */
  static Repository around(Path directory, String branch) {
    GitProcess git = new GitProcess(directory, null);
    Ended top = git.run("rev-parse", "--git-dir");
    if (!top.ok()) {
      throw new ProblemException(
          "not-a-repository",
          "%s is in no git checkout: %s. Expected one, since perf.archive is git:%s. Run the goal in a clone, or keep the archive in a directory: -Dperf.archive=DIRECTORY"
              .formatted(directory, top.said(), branch));
    }
    if (branch.startsWith("-") || !git.run("check-ref-format", "refs/heads/" + branch).ok()) {
      throw new ProblemException(
          "invalid-setting",
          "perf.archive is \"git:%s\", expected git: and the name of a branch, such as git:perf-archive."
              .formatted(branch));
    }
    return new Repository(git, branch, remote(git, branch));
  }

  private static Optional<String> remote(GitProcess git, String branch) {
    List<String> remotes = git.run("remote").text().lines().toList();
    if (remotes.isEmpty() || remotes.contains("origin")) {
      return remotes.stream().filter("origin"::equals).findFirst();
    }
    if (remotes.size() > 1) {
      throw new ProblemException(
          "archive-not-readable",
          "git:%s cannot be read: the repository %s has the remotes %s and none is called origin. Expected one to fetch the branch from and push it to. Rename it: git remote rename NAME origin"
              .formatted(branch, git.directory(), String.join(", ", remotes)));
    }
    return Optional.of(remotes.get(0));
  }

  private String head() {
    return "refs/heads/" + branch;
  }

  /** Where the last fetched state is kept, so that the next fetch brings only what is new. */
  private String tracking() {
    return "refs/gnomon/archive/" + branch;
  }

  /**
   * The newest commit of the branch, brought here; empty where there is no such branch.
   *
   * @throws ProblemException {@code archive-not-readable}
   */
  Optional<String> tip() {
    if (remote.isEmpty()) {
      return Optional.of(git.run("rev-parse", "--verify", "--quiet", head() + "^{commit}"))
          .filter(Ended::ok)
          .map(Ended::text);
    }
    Ended listed = git.run("ls-remote", "--quiet", "--", remote.get(), head());
    if (!listed.ok()) {
      throw unreadable("fetch from " + remote.get(), listed);
    }
    // A pattern also finds branches whose names end in it.
    Optional<String> tip =
        listed
            .text()
            .lines()
            .filter(line -> line.endsWith("\t" + head()))
            .map(line -> line.substring(0, line.indexOf('\t')))
            .findFirst();
    tip.ifPresent(this::bring);
    return tip;
  }

  /** Brings a commit and all before it: as nothing is ever changed, that is little more than it. */
  private void bring(String commit) {
    if (git.run("rev-parse", "--verify", "--quiet", tracking()).text().equals(commit)) {
      return;
    }
    Ended fetched = fetch("+" + head() + ":" + tracking());
    if (!fetched.ok()) {
      // Another process may be fetching in this very moment and hold the name; it is not needed.
      fetched = fetch(head());
    }
    if (!fetched.ok() || !git.run("cat-file", "-e", commit + "^{tree}").ok()) {
      throw unreadable("fetch from " + remote.orElseThrow(), fetched);
    }
  }

  private Ended fetch(String refspec) {
    return git.run(
        "fetch",
        "--quiet",
        "--no-tags",
        "--no-write-fetch-head",
        "--no-recurse-submodules",
        "--",
        remote.orElseThrow(),
        refspec);
  }

  /**
   * Makes a commit the newest of the branch, if {@code before} still is. It is never forced: what
   * others pushed meanwhile makes it fail.
   */
  Ended advance(Optional<String> before, String commit) {
    if (remote.isEmpty()) {
      return git.run("update-ref", "-m", "archive", head(), commit, before.orElse(NONE));
    }
    // What a user's settings would push along is none of the archive's business.
    Ended pushed =
        git.run(
            "push",
            "--quiet",
            "--no-verify",
            "--no-follow-tags",
            "--no-signed",
            "--no-recurse-submodules",
            "--",
            remote.get(),
            commit + ":" + head());
    if (pushed.ok()) {
      git.run("update-ref", tracking(), commit); // only so that the next fetch is short
    }
    return pushed;
  }

  /** Whether the branch is now at a commit or has gone on from it. */
  boolean has(String commit) {
    return tip().map(tip -> git.run("merge-base", "--is-ancestor", commit, tip).ok()).orElse(false);
  }

  /** The branch is not there for this user, or not whole. */
  ProblemException unreadable(String what, Ended ended) {
    return new ProblemException(
        "archive-not-readable",
        "git:%s cannot be read: git could not %s in %s: %s. Expected a branch that this user may fetch. Mend what git says, or name another archive: -Dperf.archive=DIRECTORY"
            .formatted(branch, what, git.directory(), ended.said()));
  }

  /** The branch refuses what is added. */
  ProblemException unwritable(String what, Ended ended) {
    return new ProblemException(
        "archive-not-writable",
        "git:%s cannot be written: git could not %s in %s: %s. Expected a branch that this user may push to. Nothing was changed. Mend what git says, or name another archive: -Dperf.archive=DIRECTORY"
            .formatted(branch, what, git.directory(), ended.said()));
  }
}
