package dev.gnomon.maven.identity;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The constants of a class file. Whatever a class can name stands here: types, signatures,
 * annotations' values, arguments of bootstrap methods and texts alike.
 *
 * @param texts every text, descriptors and attributes' names too
 * @param strings those that the code has as string literals
 * @param members fields and methods that it uses, {@code java/lang/Class.forName}
 */
record Constants(List<String> texts, Set<String> strings, Set<String> members) {

  /**
   * Reads them.
   *
   * @throws IOException if this is no class file
   */
  static Constants read(byte[] file) throws IOException {
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(file));
    if (in.readInt() != 0xCAFEBABE) {
      throw new IOException("not a class file");
    }
    in.readInt(); // minor and major version
    int size = in.readUnsignedShort();
    String[] texts = new String[size];
    int[][] pairs = new int[size][];
    for (int i = 1; i < size; i++) {
      int tag = in.readUnsignedByte();
      switch (tag) {
        case 1 -> texts[i] = in.readUTF();
        case 7, 8, 16, 19, 20 -> pairs[i] = new int[] {tag, in.readUnsignedShort(), 0};
        case 9, 10, 11, 12, 17, 18 ->
            pairs[i] = new int[] {tag, in.readUnsignedShort(), in.readUnsignedShort()};
        case 3, 4 -> in.skipNBytes(4);
        case 5, 6 -> {
          in.skipNBytes(8);
          i++; // they take two slots
        }
        case 15 -> in.skipNBytes(3);
        default -> throw new IOException("unknown constant of kind " + tag);
      }
    }
    return resolved(texts, pairs);
  }

  private static Constants resolved(String[] texts, int[][] pairs) throws IOException {
    Set<String> strings = new HashSet<>();
    Set<String> members = new HashSet<>();
    try {
      for (int[] pair : pairs) {
        if (pair != null && pair[0] == 8) {
          strings.add(texts[pair[1]]);
        } else if (pair != null && pair[0] >= 9 && pair[0] <= 11) {
          members.add(texts[pairs[pair[1]][1]] + "." + texts[pairs[pair[2]][1]]);
        }
      }
    } catch (ArrayIndexOutOfBoundsException | NullPointerException e) {
      throw new IOException("a constant names what is not there", e);
    }
    List<String> all = new ArrayList<>();
    for (String text : texts) {
      if (text != null) {
        all.add(text);
      }
    }
    return new Constants(all, strings, members);
  }
}
