package dev.gnomon.archive.directory;

import dev.gnomon.archive.RunAddress;
import dev.gnomon.archive.RunArchive;
import dev.gnomon.archive.RunHead;
import dev.gnomon.model.Run;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** Runs in a directory tree, one immutable gzipped file each. */
@SuppressWarnings("DoNotCallSuggester") // being built
public final class DirectoryArchive implements RunArchive {
  private final Path root;

  /** An archive under {@code root}, which is made by the first {@link #add}. */
  public DirectoryArchive(Path root) {
    this.root = Objects.requireNonNull(root, "root");
  }

  @Override
  public RunAddress add(Run run) {
    throw new UnsupportedOperationException("not there yet: " + root);
  }

  @Override
  public List<RunAddress> list(String project, String module) {
    throw new UnsupportedOperationException("not there yet: " + root);
  }

  @Override
  public RunHead readHead(RunAddress address) {
    throw new UnsupportedOperationException("not there yet: " + root);
  }

  @Override
  public Run read(RunAddress address) {
    throw new UnsupportedOperationException("not there yet: " + root);
  }
}
