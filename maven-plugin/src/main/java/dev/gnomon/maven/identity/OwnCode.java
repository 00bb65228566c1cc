package dev.gnomon.maven.identity;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One side: classes and resources that the build made, in directories, and the jars it uses.
 *
 * @param classes facts of each class by internal name, the first on the class path as Java takes it
 * @param resources hashes of everything else in the directories, by relative path
 * @param named internal names of own classes that a resource mentions, as service files do
 * @param dependencies hashes of the jars, in the order of the class path
 */
record OwnCode(
    Map<String, ClassFacts> classes,
    SortedMap<String, String> resources,
    Set<String> named,
    List<String> dependencies) {
  private static final int MOST_FILES = 50_000;
  private static final long LARGEST = 16L << 20;
  private static final String CLASS = ".class";
  private static final Pattern NAME =
      Pattern.compile("[\\p{L}_$][\\p{L}\\p{N}_$]*([./][\\p{L}\\p{N}_$]+)+");

  /** Written by every build anew, and read by nobody who runs from a directory. */
  private static final Set<String> OF_THE_BUILD =
      Set.of("META-INF/BenchmarkList", "META-INF/CompilerHints", "META-INF/MANIFEST.MF");

  /** Reads a class path; empty where anything on it cannot be read, so that nothing is known. */
  static Optional<OwnCode> of(List<Path> classPath) {
    try {
      Map<String, ClassFacts> classes = new HashMap<>();
      SortedMap<String, String> resources = new TreeMap<>();
      Set<String> mentioned = new HashSet<>();
      List<String> dependencies = new ArrayList<>();
      for (Path element : classPath) {
        if (Files.isDirectory(element)) {
          read(element, classes, resources, mentioned);
        } else if (Files.isRegularFile(element)) {
          dependencies.add(hash(element));
        }
      }
      mentioned.retainAll(classes.keySet());
      return Optional.of(new OwnCode(classes, resources, mentioned, dependencies));
    } catch (IOException | RuntimeException e) {
      // Whatever a foreign class file provokes: what cannot be read is not known to be the same.
      return Optional.empty();
    }
  }

  private static void read(
      Path directory,
      Map<String, ClassFacts> classes,
      Map<String, String> resources,
      Set<String> mentioned)
      throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.walk(directory)) {
      files = all.filter(Files::isRegularFile).limit(MOST_FILES + 1L).sorted().toList();
    }
    if (files.size() > MOST_FILES) {
      throw new IOException("more than " + MOST_FILES + " files in " + directory);
    }
    for (Path file : files) {
      String name = directory.relativize(file).toString().replace('\\', '/');
      if (name.endsWith(CLASS)) {
        String internal = name.substring(0, name.length() - CLASS.length());
        if (!classes.containsKey(internal)) {
          classes.put(internal, ClassFacts.of(bytes(file)));
        }
      } else if (!OF_THE_BUILD.contains(name) && !resources.containsKey(name)) {
        byte[] bytes = bytes(file);
        resources.put(name, ClassFacts.sha256(bytes));
        mention(bytes, mentioned);
      }
    }
  }

  private static byte[] bytes(Path file) throws IOException {
    if (Files.size(file) > LARGEST) {
      throw new IOException(file + " is larger than " + LARGEST + " bytes");
    }
    return Files.readAllBytes(file);
  }

  private static void mention(byte[] text, Set<String> mentioned) {
    Matcher names = NAME.matcher(new String(text, StandardCharsets.UTF_8));
    while (names.find()) {
      mentioned.add(names.group().replace('.', '/'));
    }
  }

  private static String hash(Path jar) throws IOException {
    var digest = ClassFacts.digest();
    try (var in = Files.newInputStream(jar)) {
      byte[] buffer = new byte[1 << 16];
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        digest.update(buffer, 0, n);
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }
}
