package dev.gnomon.maven.base;

import dev.gnomon.maven.layout.ModulePaths;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Builds that were made before. An entry is believed only if it says itself what it was built from,
 * all its files are as they were written, and so are the jars that it names.
 *
 * @param directory holds a directory for each build
 */
record BaseCache(Path directory) {
  private static final int COMMITS = 16;
  private static final String MANIFEST = "manifest";
  private static final String UNFINISHED = "unfinished";
  private static final String OWN = "own";
  private static final String FOREIGN = "foreign";

  /**
   * What a build left, with its outputs in this cache.
   *
   * @param base directory that the paths are said to be of
   * @param now when it was used last, so that it is kept longer
   */
  Optional<ModulePaths> find(BuildKey key, Path base, Instant now) {
    Path entry = directory.resolve(key.directory());
    try {
      Rows rows = Rows.read(entry.resolve(MANIFEST));
      if (!rows.one("key").equals(key.digest()) || !unchanged(entry, rows)) {
        return Optional.empty();
      }
      ModulePaths paths = Outputs.moved(ClassPathFile.paths(rows), base, entry::resolve);
      if (!Outputs.all(paths).equals(listed(entry, rows))) {
        return Optional.empty();
      }
      Files.setLastModifiedTime(entry, FileTime.from(now));
      return Optional.of(paths);
    } catch (IOException e) {
      return Optional.empty(); // it is not there, or damaged, and is built anew
    }
  }

  private static boolean unchanged(Path entry, Rows rows) throws IOException {
    for (List<String> own : rows.of(OWN, 2)) {
      Path path = entry.resolve(own.get(0)).normalize();
      if (!path.startsWith(entry) || !FileTree.digest(path).equals(own.get(1))) {
        return false;
      }
    }
    for (List<String> foreign : rows.of(FOREIGN, 2)) {
      if (!Outputs.state(Path.of(foreign.get(0))).equals(foreign.get(1))) {
        return false;
      }
    }
    return true;
  }

  /** Nothing that was not looked at may be on the class path. */
  private static Set<Path> listed(Path entry, Rows rows) {
    Set<Path> listed = new HashSet<>();
    rows.of(OWN, 2).forEach(own -> listed.add(entry.resolve(own.get(0))));
    rows.of(FOREIGN, 2).forEach(foreign -> listed.add(Path.of(foreign.get(0))));
    return listed;
  }

  /**
   * Keeps what a build left, and drops what has not been used for long.
   *
   * @param paths the module in its worktree
   * @param worktree top directory of the worktree: what lies below is copied
   * @param base directory that the paths are said to be of
   * @return the paths, with the outputs in this cache
   */
  ModulePaths store(BuildKey key, ModulePaths paths, Path worktree, Path base, Instant now)
      throws IOException {
    Path unfinished = directory.resolve(UNFINISHED);
    FileTree.delete(unfinished);
    Map<Path, Path> copies = Outputs.copy(paths, worktree, unfinished.resolve(OWN));
    ModulePaths relative = Outputs.moved(paths, base, path -> copies.getOrDefault(path, path));
    List<List<String>> states = new ArrayList<>(List.of(List.of("key", key.digest())));
    for (Path path : Outputs.all(relative)) {
      states.add(
          path.isAbsolute()
              ? List.of(FOREIGN, path.toString(), Outputs.state(path))
              : List.of(OWN, path.toString(), FileTree.digest(unfinished.resolve(path))));
    }
    ClassPathFile.rows(relative).and(states.stream()).write(unfinished.resolve(MANIFEST));
    Path entry = directory.resolve(key.directory());
    FileTree.delete(entry);
    Files.move(unfinished, entry, StandardCopyOption.ATOMIC_MOVE);
    Files.setLastModifiedTime(entry, FileTime.from(now));
    dropOld();
    return Outputs.moved(relative, base, entry::resolve);
  }

  /** Modules and settings of one commit are kept together: one goal uses them all. */
  private void dropOld() throws IOException {
    Set<String> kept = new HashSet<>();
    for (Path entry : newestFirst()) {
      String commit = entry.getFileName().toString().split("-", 2)[0];
      if (!kept.contains(commit) && kept.size() == COMMITS) {
        FileTree.delete(entry);
      } else {
        kept.add(commit);
      }
    }
  }

  private List<Path> newestFirst() throws IOException {
    Map<Path, FileTime> times = new java.util.HashMap<>();
    try (var entries = Files.newDirectoryStream(directory)) {
      for (Path entry : entries) {
        times.put(entry, Files.getLastModifiedTime(entry));
      }
    }
    return times.entrySet().stream()
        .sorted(Map.Entry.<Path, FileTime>comparingByValue(Comparator.reverseOrder()))
        .map(Map.Entry::getKey)
        .toList();
  }
}
