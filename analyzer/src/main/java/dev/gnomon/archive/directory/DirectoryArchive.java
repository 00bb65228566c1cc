package dev.gnomon.archive.directory;

import dev.gnomon.archive.RunAddress;
import dev.gnomon.archive.RunArchive;
import dev.gnomon.json.RunJson;
import dev.gnomon.model.Run;
import dev.gnomon.model.RunHead;
import dev.gnomon.problem.ProblemException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.zip.GZIPOutputStream;

/**
 * Runs in a directory tree, one immutable gzipped file each, so that merging two archives is a
 * plain copy. Any number of processes may add at once.
 */
public final class DirectoryArchive implements RunArchive {
  private static final Comparator<RunAddress> NEWEST_FIRST =
      Comparator.comparing(RunAddress::startedAt).thenComparing(RunAddress::path).reversed();

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
  public RunAddress add(Run run) {
    byte[] json = RunJson.encode(run);
    RunAddress address = RunName.of(run, json).address(run);
    try {
      tree.make(address);
      Path file = tree.file(address);
      if (!Files.exists(file)) {
        store(file, json);
      }
      requireSame(file, json);
      return address;
    } catch (IOException e) {
      throw Storage.archive(root).problem(e);
    }
  }

  private void store(Path file, byte[] json) throws IOException {
    Path temporary = tree.temporary();
    Leftovers.removeFrom(temporary);
    try {
      writers.apply(temporary).create(file, zipped(json));
    } catch (FileAlreadyExistsException e) {
      // Another process added the same run in this very moment: it is stored once.
    }
  }

  private static byte[] zipped(byte[] json) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
      zip.write(json);
    }
    return bytes.toByteArray();
  }

  /** What stands under the run's name must be the run: a damaged file would lose it unseen. */
  private void requireSame(Path file, byte[] json) {
    if (!Arrays.equals(unzipped(file), json)) {
      throw damaged(file, "it does not hold what its name says", null);
    }
  }

  @Override
  public List<RunAddress> list(String project, String module) {
    try {
      return tree.runs(project, module).stream().sorted(NEWEST_FIRST).toList();
    } catch (IOException e) {
      throw unreadable(root, e);
    }
  }

  @Override
  public RunHead readHead(RunAddress address) {
    return open(tree.file(address), RunJson::decodeHead);
  }

  @Override
  public Run read(RunAddress address) {
    Path file = tree.file(address);
    byte[] json = unzipped(file);
    if (!RunName.parse(file.getFileName().toString()).map(n -> n.names(json)).orElse(false)) {
      throw damaged(file, "it does not hold what its name says", null);
    }
    return RunJson.decode(new ByteArrayInputStream(json), file.toString());
  }

  private byte[] unzipped(Path file) {
    return open(file, RunJson::unzipped);
  }

  private <T> T open(Path file, BiFunction<InputStream, String, T> reading) {
    try (InputStream in = Files.newInputStream(file)) {
      return reading.apply(in, file.toString());
    } catch (IOException e) {
      throw unreadable(file, e);
    } catch (UncheckedIOException e) {
      throw unreadable(file, e.getCause());
    } catch (ProblemException e) {
      throw e.code().equals("run-file-future") ? e : damaged(file, e.getMessage(), e);
    }
  }

  private static ProblemException damaged(Path file, String found, ProblemException cause) {
    return new ProblemException(
        "archive-file-damaged",
        "A run of the archive is damaged: %s (%s). Restore the file from a copy of the archive, or delete it to do without that run."
            .formatted(file, found),
        cause);
  }

  private static ProblemException unreadable(Path place, IOException e) {
    return new ProblemException(
        "archive-not-readable",
        "%s cannot be read: %s. Expected an archive that this user may read. Mend its permissions, or name another: -Dperf.archive=DIRECTORY"
            .formatted(place, e),
        e);
  }
}
