package dev.gnomon.archive.directory;

import dev.gnomon.archive.KeptArchive;
import dev.gnomon.archive.RunAddress;
import dev.gnomon.archive.StoredProfiles;
import dev.gnomon.archive.StoredRun;
import dev.gnomon.model.RunHead;
import dev.gnomon.problem.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Runs in a directory tree, one immutable gzipped file each, so that merging two archives is a
 * plain copy. Any number of processes may add at once.
 */
public final class DirectoryArchive implements KeptArchive {
  private final Path root;
  private final ArchiveTree tree;
  private final Function<Path, WholeFile> writers;

  /** An archive under {@code root}, which is made by the first {@link #add}. */
  public DirectoryArchive(Path root) {
    this(root, WholeFile::via);
  }

  DirectoryArchive(Path root, Function<Path, WholeFile> writers) {
    this.root = Objects.requireNonNull(root, "root");
    this.tree = new ArchiveTree(root);
    this.writers = writers;
  }

  @Override
  public String place() {
    return root.toString();
  }

  @Override
  public void put(List<StoredRun> runs) {
    runs.forEach(this::put);
  }

  private void put(StoredRun run) {
    try {
      tree.make(run.address());
      Path file = tree.file(run.address());
      if (!Files.exists(file)) {
        // The run last: whoever sees it finds its profiles there.
        if (run.profiles().isPresent()) {
          store(tree.profiles(run.address()), run.profiles().get().zipped());
        }
        store(file, run.zipped());
      }
      // What stands under the run's name must be the run: a damaged file would lose it unseen.
      if (!stored(run.address()).same(run)) {
        throw StoredRun.damaged(file.toString(), "another run has the same name", null);
      }
    } catch (IOException e) {
      throw Storage.archive(root).problem(e);
    }
  }

  private void store(Path file, byte[] zipped) throws IOException {
    Path temporary = tree.temporary();
    Leftovers.removeFrom(temporary);
    try {
      writers.apply(temporary).create(file, zipped);
    } catch (FileAlreadyExistsException e) {
      // Another process added the same in this very moment: it is stored once.
    }
  }

  @Override
  public List<RunAddress> list(String project, String module) {
    try {
      return tree.runs(project, module).stream().sorted(RunAddress.NEWEST_FIRST).toList();
    } catch (IOException e) {
      throw unreadable(root, e);
    }
  }

  @Override
  public List<RunAddress> all() {
    try {
      return tree.runs().stream().sorted(RunAddress.NEWEST_FIRST).toList();
    } catch (IOException e) {
      throw unreadable(root, e);
    }
  }

  @Override
  public RunHead readHead(RunAddress address) {
    return open(tree.file(address), StoredRun::head);
  }

  @Override
  public StoredRun stored(RunAddress address) {
    return open(tree.file(address), (in, place) -> StoredRun.kept(address, in, place));
  }

  @Override
  public Optional<StoredProfiles> storedProfiles(RunAddress address) {
    Path file = tree.profiles(address);
    try {
      return Files.exists(file)
          ? Optional.of(StoredProfiles.kept(Files.readAllBytes(file)))
          : Optional.empty();
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  @Override
  public void remove(List<RunAddress> addresses) {
    try {
      for (RunAddress address : addresses) {
        Files.deleteIfExists(tree.file(address));
        Files.deleteIfExists(tree.profiles(address));
      }
    } catch (IOException e) {
      throw Storage.archive(root).problem(e);
    }
  }

  /**
   * Removes what killed writers left, profiles without their run among it, and directories that
   * hold nothing any more.
   */
  @Override
  public String compact() {
    try {
      if (Files.isDirectory(root)) {
        Leftovers.removeFrom(tree.temporary());
        tree.removeLeftProfiles();
        tree.removeEmpty();
      }
      return "Removed from %s what interrupted writers left, and empty directories"
          .formatted(place());
    } catch (IOException e) {
      throw Storage.archive(root).problem(e);
    }
  }

  private <T> T open(Path file, BiFunction<InputStream, String, T> reading) {
    try (InputStream in = Files.newInputStream(file)) {
      return reading.apply(in, file.toString());
    } catch (IOException e) {
      throw unreadable(file, e);
    } catch (UncheckedIOException e) {
      throw unreadable(file, e.getCause());
    }
  }

  private static ProblemException unreadable(Path place, IOException e) {
    return new ProblemException(
        "archive-not-readable",
        "%s cannot be read: %s. Expected an archive that this user may read. Mend its permissions, or name another: -Dperf.archive=DIRECTORY"
            .formatted(place, e),
        e);
  }
}
