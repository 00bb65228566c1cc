package dev.gnomon.archive.directory;

import dev.gnomon.problem.ProblemException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.Locale;

/** Says in a user's words why a place could not be written, and how to mend that. */
record Storage(String code, String property, Path place) {

  /** The archive that {@code perf.archive} names. */
  static Storage archive(Path root) {
    return new Storage("archive-not-writable", "perf.archive", root);
  }

  /** The files of one build, under {@code perf.output}. */
  static Storage output(Path file) {
    return new Storage("output-not-writable", "perf.output", file);
  }

  ProblemException problem(IOException e) {
    if (full(e)) {
      return new ProblemException(
          "disk-full",
          "There is no space left for %s. What was there before is untouched. Free some space, or name another place: -D%s=DIRECTORY"
              .formatted(place, property),
          e);
    }
    return new ProblemException(
        code,
        "%s cannot be written: %s. Expected a directory that this user may write to. Mend its permissions, or name another place: -D%s=DIRECTORY"
            .formatted(place, reason(e), property),
        e);
  }

  private static boolean full(IOException e) {
    String message = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
    return message.contains("no space left")
        || message.contains("not enough space")
        || message.contains("quota exceeded");
  }

  private static String reason(IOException e) {
    if (e instanceof AccessDeniedException denied) {
      return "permission denied at " + denied.getFile();
    }
    if (e instanceof FileSystemException file) {
      String reason = file.getReason() == null ? e.getClass().getSimpleName() : file.getReason();
      return reason + " at " + file.getFile();
    }
    return String.valueOf(e.getMessage());
  }
}
