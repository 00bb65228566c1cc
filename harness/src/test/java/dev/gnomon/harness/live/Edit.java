package dev.gnomon.harness.live;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A text of a source file that is replaced.
 *
 * @param file relative to the sample project's {@code src}
 * @param text what stands there, once
 * @param replacement what shall stand there instead
 */
record Edit(String file, String text, String replacement) {

  /** Makes the change in a copy of the sources. */
  void in(Path sources) throws IOException {
    Path changed = sources.resolve(file);
    String before = Files.readString(changed);
    int at = before.indexOf(text);
    if (at < 0 || before.indexOf(text, at + 1) >= 0) {
      throw new IllegalStateException(
          "%s has this text %s, expected it once:%n%s"
              .formatted(file, at < 0 ? "nowhere" : "more than once", text));
    }
    String after = before.substring(0, at) + replacement + before.substring(at + text.length());
    Files.writeString(changed, after);
  }

  /** The class that the file holds, {@code a.b.C}. */
  String type() {
    String path = file.substring(file.indexOf("java/") + "java/".length());
    return path.substring(0, path.length() - ".java".length()).replace('/', '.');
  }
}
