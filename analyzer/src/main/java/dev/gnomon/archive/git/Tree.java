package dev.gnomon.archive.git;

import dev.gnomon.archive.RunAddress;
import dev.gnomon.archive.RunName;
import dev.gnomon.archive.StoredRun;
import dev.gnomon.problem.ProblemException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * The files of one commit of the archive's branch, and new commits upon it. Neither the work tree
 * nor the index of the checkout is touched.
 *
 * @param repository the branch
 * @param commit the commit; empty for a branch that is not there yet
 */
record Tree(Repository repository, Optional<String> commit) {
  /** What may lie beside the runs: what a person or a server puts on a branch of its own. */
  private static final Pattern BESIDE =
      Pattern.compile("(README|LICENSE|\\.git)[A-Za-z.]*", Pattern.CASE_INSENSITIVE);

  /** Paths of one command: Windows takes 32,767 characters. */
  private static final int AT_ONCE = 100;

  /**
   * Refuses a branch that holds something else.
   *
   * @throws ProblemException {@code archive-branch-foreign}
   */
  void requireArchive() {
    if (commit.isEmpty()) {
      return;
    }
    Ended listed = repository.git().run("ls-tree", "-z", "--name-only", commit.get());
    if (!listed.ok()) {
      throw repository.unreadable("list the branch", listed);
    }
    for (String name : names(listed)) {
      if (!name.equals(RunName.top()) && !BESIDE.matcher(name).matches()) {
        throw new ProblemException(
            "archive-branch-foreign",
            "The branch %s is no archive: it holds %s. Expected a branch that holds runs only, or none of that name: it is made by the first perf:record. Name another: -Dperf.archive=git:BRANCH"
                .formatted(repository.branch(), name.replaceAll("\\p{Cntrl}", "?")));
      }
    }
  }

  private static List<String> names(Ended listed) {
    String text = new String(listed.output(), StandardCharsets.UTF_8);
    return Pattern.compile("\0").splitAsStream(text).filter(name -> !name.isEmpty()).toList();
  }

  /** Addresses of the runs below a directory, in no order. What is no run is left out. */
  List<RunAddress> runs(String directory) {
    if (commit.isEmpty()) {
      return List.of();
    }
    Ended listed =
        repository
            .git()
            .run("ls-tree", "-r", "-z", "--full-tree", commit.get(), "--", directory + "/");
    if (!listed.ok()) {
      throw repository.unreadable("list the branch", listed);
    }
    List<RunAddress> runs = new ArrayList<>();
    for (String entry : names(listed)) {
      // A link is no run, wherever it leads.
      if (entry.startsWith("100644 ") || entry.startsWith("100755 ")) {
        RunName.locate(entry.substring(entry.indexOf('\t') + 1)).ifPresent(runs::add);
      }
    }
    return runs;
  }

  /** Paths of all profiles. */
  Set<String> profiles() {
    Set<String> paths = new HashSet<>();
    if (commit.isPresent()) {
      Ended listed =
          repository
              .git()
              .run(
                  "ls-tree",
                  "-r",
                  "-z",
                  "--name-only",
                  "--full-tree",
                  commit.get(),
                  "--",
                  RunName.top() + "/");
      if (!listed.ok()) {
        throw repository.unreadable("list the branch", listed);
      }
      names(listed).stream()
          .filter(path -> RunName.ofProfiles(path).isPresent())
          .forEach(paths::add);
    }
    return paths;
  }

  /** Which of these are there: one command for many, as far as a command line may go. */
  Set<RunAddress> there(List<RunAddress> addresses) {
    Set<RunAddress> there = new HashSet<>();
    if (commit.isPresent()) {
      for (int from = 0; from < addresses.size(); from += AT_ONCE) {
        int to = Math.min(addresses.size(), from + AT_ONCE);
        addThere(addresses.subList(from, to), there);
      }
    }
    return there;
  }

  private void addThere(List<RunAddress> addresses, Set<RunAddress> there) {
    List<String> command = new ArrayList<>(List.of("ls-tree", "-z", "--name-only", "--full-tree"));
    command.addAll(List.of(commit.orElseThrow(), "--"));
    addresses.forEach(address -> command.add(address.path()));
    Ended listed = repository.git().run(command.toArray(String[]::new));
    if (!listed.ok()) {
      throw repository.unreadable("list the branch", listed);
    }
    Set<String> names = new HashSet<>(names(listed));
    addresses.stream().filter(address -> names.contains(address.path())).forEach(there::add);
  }

  /** The bytes of the file at a path. */
  byte[] bytes(String path, Blobs blobs) {
    return blobs.read(object(path)).orElseGet(() -> bytes(path));
  }

  /** The same by a git of its own, which says what is wrong. */
  private byte[] bytes(String path) {
    Ended read = repository.git().run("cat-file", "blob", object(path));
    if (!read.ok()) {
      throw repository.unreadable("read " + path, read);
    }
    return read.output();
  }

  private String object(String path) {
    return commit.orElseThrow() + ":" + path;
  }

  /** A commit that has these runs too; it is on no branch yet. */
  String with(List<StoredRun> runs) {
    StringBuilder entries = new StringBuilder();
    for (StoredRun run : runs) {
      entries.append(entry(run.address().path(), run.zipped()));
      run.profiles()
          .ifPresent(
              profiles -> entries.append(entry(run.address().profilesPath(), profiles.zipped())));
    }
    return committed(entries, "Record " + count(runs.size()));
  }

  private String entry(String path, byte[] content) {
    String blob =
        require(
            repository.git(),
            content,
            "hash-object",
            "-w",
            "-t",
            "blob",
            "--no-filters",
            "--stdin");
    return "100644 %s\t%s\0".formatted(blob, path);
  }

  /** A commit that has these runs no more; its ancestors still have them. */
  String without(List<RunAddress> addresses) {
    StringBuilder entries = new StringBuilder();
    for (RunAddress address : addresses) {
      for (String path : List.of(address.path(), address.profilesPath())) {
        entries.append("0 %s\t%s\0".formatted("0".repeat(40), path));
      }
    }
    return committed(entries, "Remove " + count(addresses.size()));
  }

  private static String count(int runs) {
    return runs == 1 ? "1 run" : runs + " runs";
  }

  private String committed(CharSequence entries, String message) {
    String tree =
        withIndex(
            git -> {
              commit.ifPresent(at -> require(git, new byte[0], "read-tree", at));
              byte[] input = entries.toString().getBytes(StandardCharsets.UTF_8);
              require(git, input, "update-index", "-z", "--add", "--index-info");
              // A partial clone lacks other runs' files, and need not fetch them for this.
              return require(git, new byte[0], "write-tree", "--missing-ok");
            });
    List<String> command = new ArrayList<>(List.of("commit-tree", "-m", message));
    commit.ifPresent(parent -> command.addAll(List.of("-p", parent)));
    command.add(tree);
    return require(repository.git(), new byte[0], command.toArray(String[]::new));
  }

  private String require(GitProcess git, byte[] input, String... arguments) {
    Ended ended = git.run(input, arguments);
    if (!ended.ok()) {
      throw repository.unwritable(arguments[0], ended);
    }
    return ended.text();
  }

  /** Works with an index file of its own, which is gone afterwards. */
  private String withIndex(Function<GitProcess, String> work) {
    try {
      Path directory = Files.createTempDirectory("gnomon-index");
      Path index = directory.resolve("index");
      try {
        return work.apply(new GitProcess(repository.git().directory(), index));
      } finally {
        Files.deleteIfExists(index);
        Files.deleteIfExists(directory.resolve("index.lock"));
        Files.deleteIfExists(directory);
      }
    } catch (IOException e) {
      throw new ProblemException(
          "archive-not-writable",
          "git:%s cannot be written: no temporary file could be made: %s. Make java.io.tmpdir writable."
              .formatted(repository.branch(), e.getMessage()),
          e);
    }
  }
}
