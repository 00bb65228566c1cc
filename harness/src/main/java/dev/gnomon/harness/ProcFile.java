package dev.gnomon.harness;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A small file of the kernel's that is read again and again. It stays open and its numbers are
 * parsed where they lie: whatever the harness executes in a fork, the fork's compilers must compile
 * as well, and that is seen in the scores.
 */
final class ProcFile implements AutoCloseable {
  /** Enough for the lines that are looked at; the rest of a longer file is not read. */
  private static final int MOST_BYTES = 2048;

  private final byte[] bytes = new byte[MOST_BYTES];
  private final RandomAccessFile file;
  private int length;
  private int at;

  private ProcFile(RandomAccessFile file) {
    this.file = file;
  }

  /** The open file; null where there is none to read. */
  static ProcFile open(Path path) {
    try {
      return Files.isReadable(path) ? new ProcFile(new RandomAccessFile(path.toFile(), "r")) : null;
    } catch (IOException e) {
      return null;
    }
  }

  /** Reads the file anew; false where that fails, as when a thread has ended. */
  boolean refresh() {
    at = 0;
    try {
      file.seek(0);
      length = Math.max(0, file.read(bytes));
      return length > 0;
    } catch (IOException e) {
      length = 0;
      return false;
    }
  }

  /** The next run of digits as a number, {@link Reading#UNKNOWN} where there is none. */
  long nextNumber() {
    while (at < length && !isDigit(bytes[at])) {
      at++;
    }
    if (at == length) {
      return Reading.UNKNOWN;
    }
    long number = 0;
    for (; at < length && isDigit(bytes[at]); at++) {
      number = number * 10 + bytes[at] - '0';
    }
    return number;
  }

  /** The number behind the first occurrence of a key. */
  long numberAfter(byte[] key) {
    for (int start = 0; start + key.length <= length; start++) {
      int matched = 0;
      while (matched < key.length && bytes[start + matched] == key[matched]) {
        matched++;
      }
      if (matched == key.length) {
        at = start + key.length;
        return nextNumber();
      }
    }
    return Reading.UNKNOWN;
  }

  String text() {
    return new String(bytes, 0, length, StandardCharsets.UTF_8).strip();
  }

  private static boolean isDigit(byte octet) {
    return octet >= '0' && octet <= '9';
  }

  @Override
  public void close() {
    try {
      file.close();
    } catch (IOException e) {
      // It was only read.
      length = 0;
    }
  }
}
