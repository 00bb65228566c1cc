package dev.gnomon.archive.directory;

import dev.gnomon.archive.RunAddress;
import dev.gnomon.archive.RunName;
import dev.gnomon.problem.ProblemException;
import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The directories of an archive: {@code v1/<project>/<module>/<environment>/<yyyy>/<mm>/}. Nothing
 * below the root may be a symbolic link, since it could lead out of the archive.
 */
record ArchiveTree(Path root) {
  private static final String TEMPORARY = "tmp";

  /** Makes the directory that a run will lie in. */
  void make(RunAddress address) throws IOException {
    Path directory = Files.createDirectories(root);
    Path parts = Path.of(address.path()).getParent();
    for (Path part : parts) {
      directory = makeChild(directory, part.toString());
    }
  }

  /** A directory on the same disk for files that are not whole yet. */
  Path temporary() throws IOException {
    return makeChild(root, TEMPORARY);
  }

  private Path makeChild(Path parent, String name) throws IOException {
    Path child = parent.resolve(name);
    refuseLink(child);
    try {
      Files.createDirectory(child);
    } catch (FileAlreadyExistsException e) {
      if (!Files.isDirectory(child, LinkOption.NOFOLLOW_LINKS)) {
        throw new NotDirectoryException(child.toString());
      }
    }
    return child;
  }

  /** The file at an address, which must come from this archive. */
  Path file(RunAddress address) {
    return below(address.path());
  }

  /** The file of the profiles of the run at an address, which need not be there. */
  Path profiles(RunAddress address) {
    return below(address.profilesPath());
  }

  private Path below(String path) {
    Path place = root;
    for (Path part : Path.of(path)) {
      if (part.toString().equals("..")) {
        throw new IllegalArgumentException(path + " leads out of the archive");
      }
      place = place.resolve(part);
      refuseLink(place);
    }
    return place;
  }

  /** Addresses of all runs of a module, in no order. */
  List<RunAddress> runs(String project, String module) throws IOException {
    List<RunAddress> runs = new ArrayList<>();
    collect(RunName.module(project, module), runs);
    return runs;
  }

  /** Addresses of all runs, in no order. */
  List<RunAddress> runs() throws IOException {
    List<RunAddress> runs = new ArrayList<>();
    for (String project : children(RunName.top())) {
      for (String module : children(RunName.top() + "/" + project)) {
        collect(RunName.top() + "/" + project + "/" + module, runs);
      }
    }
    return runs;
  }

  private void collect(String start, List<RunAddress> runs) throws IOException {
    for (String environment : children(start)) {
      for (String year : children(start + "/" + environment)) {
        for (String month : children(start + "/" + environment + "/" + year)) {
          String directory = start + "/" + environment + "/" + year + "/" + month;
          for (String file : children(directory)) {
            RunName.parse(file).ifPresent(name -> runs.add(name.address(directory, environment)));
          }
        }
      }
    }
  }

  /** Names in a directory, hidden ones left out; none where it is no directory. */
  private List<String> children(String directory) throws IOException {
    Path path = below(directory);
    List<String> names = new ArrayList<>();
    if (!Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
      return names;
    }
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(path)) {
      for (Path entry : entries) {
        String name = entry.getFileName().toString();
        if (!name.startsWith(".")) {
          names.add(name);
        }
      }
    }
    return names;
  }

  /** Removes directories below the top one that hold nothing; one that is just filled stays. */
  void removeEmpty() throws IOException {
    Path top = below(RunName.top());
    if (!Files.isDirectory(top)) {
      return;
    }
    try (Stream<Path> all = Files.walk(top)) {
      for (Path directory : all.sorted(Comparator.reverseOrder()).toList()) {
        if (Files.isDirectory(directory, LinkOption.NOFOLLOW_LINKS) && !directory.equals(top)) {
          deleteIfEmpty(directory);
        }
      }
    }
  }

  /** Removes profiles whose run never came, as their writer was killed, once they are old. */
  void removeLeftProfiles() throws IOException {
    Path top = below(RunName.top());
    if (!Files.isDirectory(top)) {
      return;
    }
    try (Stream<Path> all = Files.walk(top)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        Optional<String> run = RunName.ofProfiles(file.getFileName().toString());
        if (run.isPresent() && !Files.exists(file.resolveSibling(run.get()))) {
          Leftovers.removeIfOld(file, temporary());
        }
      }
    }
  }

  private static void deleteIfEmpty(Path directory) throws IOException {
    try {
      Files.deleteIfExists(directory);
    } catch (DirectoryNotEmptyException e) {
      // It holds runs.
    }
  }

  private void refuseLink(Path path) {
    if (Files.isSymbolicLink(path)) {
      throw new ProblemException(
          "archive-link",
          "The archive %s holds a symbolic link: %s. Expected directories and files only, since a link may lead anywhere. Remove the link; to keep the archive elsewhere, name that place: -Dperf.archive=DIRECTORY"
              .formatted(root, path));
    }
  }
}
