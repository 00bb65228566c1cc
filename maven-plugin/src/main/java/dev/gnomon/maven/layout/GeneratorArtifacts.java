package dev.gnomon.maven.layout;

import java.nio.file.Path;
import java.util.List;

/** Finds JMH's bytecode generator. */
@FunctionalInterface
public interface GeneratorArtifacts {
  /**
   * The jars of {@code org.openjdk.jmh:jmh-generator-bytecode} and what it needs.
   *
   * @param jmhVersion version of the project's own JMH
   * @throws GeneratorMissingException if they cannot be had
   */
  List<Path> resolve(String jmhVersion) throws GeneratorMissingException;

  /** The generator cannot be had; the message says why. */
  final class GeneratorMissingException extends Exception {
    private static final long serialVersionUID = 1L;

    public GeneratorMissingException(String message, Throwable cause) {
      super(message, cause);
    }
  }
}
