package dev.gnomon.report.html;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Style and scripts of the page, which are ours. */
public final class Assets {
  private Assets() {}

  /** The style. */
  public static String css() {
    return read(Assets.class, "report.css");
  }

  /** The script of the page: filter, sort, unfold. The page reads without it. */
  public static String js() {
    return read(Assets.class, "report.js");
  }

  /** The script of flame graphs: zoom, search, keys. They read without it. */
  public static String flame() {
    return read(Assets.class, "flame.js");
  }

  /** A file of ours that lies beside a class. */
  public static String read(Class<?> beside, String name) {
    try (InputStream in = beside.getResourceAsStream(name)) {
      if (in == null) {
        throw new AssertionError(name + " is not in the jar");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
