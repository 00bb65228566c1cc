package dev.gnomon.maven.identity;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.commons.ClassRemapper;

/**
 * What a class file says, as far as running it goes.
 *
 * @param hash of everything but what debuggers read; comments and line numbers change nothing
 * @param references internal names of the types it names, and texts that could be such names
 * @param supertypes internal names of what it extends and implements
 * @param findsByName whether it loads classes or resources by a name that no reader can foresee
 */
record ClassFacts(
    String hash, Set<String> references, Set<String> supertypes, boolean findsByName) {
  ClassFacts {
    references = Set.copyOf(references);
    supertypes = Set.copyOf(supertypes);
  }

  /**
   * Reads a class file.
   *
   * @throws RuntimeException of any kind for what is no class file, or one of a later Java
   */
  static ClassFacts of(byte[] bytes) {
    ClassReader reader = new ClassReader(bytes);
    // Written anew, the order of the constants is that of their use, whatever it was before.
    ClassWriter writer = new ClassWriter(0);
    NameCollector names = new NameCollector();
    reader.accept(new ClassRemapper(writer, names), ClassReader.SKIP_DEBUG);
    Set<String> supertypes = new HashSet<>(Set.of(reader.getInterfaces()));
    if (reader.getSuperName() != null) {
      supertypes.add(reader.getSuperName());
    }
    return new ClassFacts(
        sha256(writer.toByteArray()), names.names(), supertypes, names.findsByName());
  }

  static String sha256(byte[] bytes) {
    return HexFormat.of().formatHex(digest().digest(bytes));
  }

  static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
