package dev.gnomon.harness;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** Hash of the class files of a benchmark: its class, the classes nested in it, and its parents. */
final class ClassHash {
  private ClassHash() {}

  /** 16 hexadecimal digits; empty where a class file can't be read. */
  static String of(String className) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      Class<?> type = Class.forName(className, false, ClassHash.class.getClassLoader());
      for (; type != null && type != Object.class; type = type.getSuperclass()) {
        for (String name : nest(type)) {
          digest.update(classFile(name));
        }
      }
      return HexFormat.of().formatHex(digest.digest(), 0, 8);
    } catch (IOException | ClassNotFoundException | LinkageError | NoSuchAlgorithmException e) {
      return "";
    }
  }

  private static List<String> nest(Class<?> type) {
    List<String> names = new ArrayList<>();
    for (Class<?> member : type.getNestMembers()) {
      names.add(member.getName());
    }
    names.sort(null);
    return names;
  }

  private static byte[] classFile(String name) throws IOException {
    String resource = name.replace('.', '/') + ".class";
    try (InputStream in = ClassLoader.getSystemResourceAsStream(resource)) {
      if (in == null) {
        throw new IOException("no class file " + resource);
      }
      return in.readAllBytes();
    }
  }
}
