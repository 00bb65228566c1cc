package dev.gnomon.maven.base;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * An installation whose {@code mvn} does what a script says, and remembers how it was called.
 *
 * @param home where it lies
 */
record FakeMaven(Path home) {
  /** Copies the sources in place of compiling them, and writes the class path. */
  static final String COMPILES =
      """
      mkdir -p "$module/target/classes"
      cp "$module/code" "$module/target/classes/"
      printf 'module app\\nbase x\\nmain %s\\ntest %s\\nruntimePath %s\\ntestPath %s\\n' \\
        "$classes" "$classes" "$classes" "$classes" > "$file"
      """;

  static FakeMaven in(Path home, String script) {
    FakeMaven maven = new FakeMaven(home);
    maven.does(script);
    return maven;
  }

  void does(String script) {
    Path mvn = home.resolve("bin/mvn");
    try {
      Files.createDirectories(mvn.getParent());
      Files.writeString(
          mvn,
          """
          #!/bin/sh
          printf '%s\\n' "$@" > '@calls@'/$(ls '@calls@' | wc -l)
          for argument in "$@"; do
            case "$argument" in
              -Dperf.classPathModule=*) module="${argument#*=}";;
              -Dperf.classPathFile=*) file="${argument#*=}";;
            esac
          done
          classes=$(printf '%s' "$module/target/classes" | sed 's/%/%25/g; s/+/%2B/g; s/ /+/g')
          """
                  .replace("@calls@", Files.createDirectories(home.resolve("calls")).toString())
              + script);
      Files.setPosixFilePermissions(mvn, PosixFilePermissions.fromString("rwxr-xr-x"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** How often it was started. */
  int calls() {
    String[] calls = home.resolve("calls").toFile().list();
    return calls == null ? 0 : calls.length;
  }

  /** The arguments of its last start. */
  List<String> lastCall() {
    try {
      return Files.readAllLines(home.resolve("calls/" + (calls() - 1)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  ChildMaven child(Map<String, String> properties) {
    return new ChildMaven(
        home,
        "3.9.11",
        Path.of(System.getProperty("java.home")),
        "a JDK",
        "1",
        List.of("-o"),
        List.of("fast"),
        List.of(),
        new TreeMap<>(properties));
  }
}
