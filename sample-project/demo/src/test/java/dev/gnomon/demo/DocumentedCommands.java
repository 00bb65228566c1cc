package dev.gnomon.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The commands that the documents tell users to type: those in blocks marked as shell. */
final class DocumentedCommands {
  private static final Pattern BLOCK = Pattern.compile("(?ms)^ *```sh$(.*?)^ *```$");
  private static final Pattern COMMAND = Pattern.compile("(?m)^ *mvn (.*perf[-a-z]*:.*)$");

  private DocumentedCommands() {}

  /**
   * The arguments of each command that runs a goal of the plugin, in order and without repetition.
   */
  static List<List<String>> in(Path... documents) {
    return Stream.of(documents)
        .map(DocumentedCommands::read)
        .flatMap(DocumentedCommands::in)
        .distinct()
        .toList();
  }

  static Stream<List<String>> in(String document) {
    return BLOCK
        .matcher(document)
        .results()
        .flatMap(block -> COMMAND.matcher(block.group(1)).results())
        .map((MatchResult command) -> Arrays.asList(command.group(1).strip().split("\\s+")));
  }

  private static String read(Path document) {
    try {
      return Files.readString(document);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
