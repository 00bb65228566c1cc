package dev.gnomon.maven.config;

import java.io.File;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/** Paths in configuration, which is often shared between Windows and the rest. */
public final class ConfiguredPath {
  private static final Pattern DRIVE_OR_SHARE = Pattern.compile("[A-Za-z]:[\\\\/].*|\\\\\\\\.*");

  private ConfiguredPath() {}

  /** Reads a path relative to {@code base}; empty where nothing is set. */
  public static Optional<Path> read(Setting setting, Path base) {
    return setting.value().map(text -> resolve(setting, text, base, File.separatorChar == '\\'));
  }

  /**
   * The path that a text stands for.
   *
   * @param windows whether this machine parts names by a backslash
   */
  static Path resolve(Setting setting, String text, Path base, boolean windows) {
    if (!windows && DRIVE_OR_SHARE.matcher(text).matches()) {
      throw setting.invalid(
          "a path of this machine, which is not Windows; a relative path with / works everywhere");
    }
    try {
      return base.resolve(windows ? text : text.replace('\\', '/')).normalize();
    } catch (InvalidPathException e) {
      throw setting.invalid("a path: " + e.getReason());
    }
  }
}
