package dev.gnomon.json;

import dev.gnomon.json.UnreadableException.Kind;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.zip.GZIPInputStream;

/** Bytes of a document, unzipped where they are zipped, never more than the limits allow. */
final class BoundedInput extends FilterInputStream {
  private static final int MAGIC_1 = 0x1f;
  private static final int MAGIC_2 = 0x8b;

  private final Counter raw;
  private long count;
  private boolean ended;

  private BoundedInput(InputStream content, Counter raw) {
    super(content);
    this.raw = raw;
  }

  static BoundedInput of(InputStream in) throws IOException {
    Counter raw = new Counter(in);
    PushbackInputStream start = new PushbackInputStream(raw, 2);
    byte[] magic = start.readNBytes(2);
    start.unread(magic);
    boolean zipped =
        magic.length == 2 && (magic[0] & 0xff) == MAGIC_1 && (magic[1] & 0xff) == MAGIC_2;
    return new BoundedInput(zipped ? new GZIPInputStream(start) : start, raw);
  }

  /** Whether the end was reached. */
  boolean ended() {
    return ended;
  }

  @Override
  public int read() throws IOException {
    int value = super.read();
    counted(value < 0 ? -1 : 1);
    return value;
  }

  @Override
  public int read(byte[] into, int from, int length) throws IOException {
    return counted(super.read(into, from, length));
  }

  private int counted(int read) {
    if (read < 0) {
      ended = true;
      return read;
    }
    count += read;
    if (count > Limits.BYTES) {
      throw new UnreadableException(
          Kind.HOSTILE, "it holds more than " + (Limits.BYTES >> 20) + " MiB");
    }
    if (count > Limits.RATIO_FROM && count > raw.count * Limits.RATIO) {
      throw new UnreadableException(
          Kind.HOSTILE, "it inflates to more than " + Limits.RATIO + " times its size");
    }
    return read;
  }

  private static final class Counter extends FilterInputStream {
    private long count;

    Counter(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int value = super.read();
      count += value < 0 ? 0 : 1;
      return value;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
      int read = super.read(into, from, length);
      count += Math.max(0, read);
      return read;
    }
  }
}
