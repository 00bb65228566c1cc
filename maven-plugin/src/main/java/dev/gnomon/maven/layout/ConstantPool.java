package dev.gnomon.maven.layout;

import java.io.DataInputStream;
import java.io.IOException;

/** The constants of one class file: its texts, and which entries name a class. */
final class ConstantPool {
  private static final int UTF8 = 1;
  private static final int CLASS = 7;

  private final String[] texts;
  private final int[] classNames;

  private ConstantPool(int size) {
    texts = new String[size];
    classNames = new int[size];
  }

  static ConstantPool read(DataInputStream in) throws IOException {
    int size = in.readUnsignedShort();
    ConstantPool pool = new ConstantPool(size);
    for (int i = 1; i < size; i++) {
      i += pool.readEntry(in, i);
    }
    return pool;
  }

  /** Reads one entry and tells how many further slots it takes. */
  private int readEntry(DataInputStream in, int index) throws IOException {
    int tag = in.readUnsignedByte();
    switch (tag) {
      case UTF8 -> texts[index] = in.readUTF();
      case CLASS -> classNames[index] = in.readUnsignedShort();
      case 3, 4, 9, 10, 11, 12, 17, 18 -> in.skipNBytes(4);
      case 5, 6 -> in.skipNBytes(8);
      case 8, 16, 19, 20 -> in.skipNBytes(2);
      case 15 -> in.skipNBytes(3);
      default -> throw new IOException("unknown constant of kind " + tag);
    }
    return tag == 5 || tag == 6 ? 1 : 0;
  }

  /** Binary name of the class that an entry stands for; empty for entry 0. */
  String className(int index) throws IOException {
    if (index == 0) {
      return "";
    }
    if (index >= texts.length || texts[classNames[index]] == null) {
      throw new IOException("class entry " + index + " names nothing");
    }
    return texts[classNames[index]].replace('/', '.');
  }

  boolean hasText(String text) {
    for (String candidate : texts) {
      if (text.equals(candidate)) {
        return true;
      }
    }
    return false;
  }
}
