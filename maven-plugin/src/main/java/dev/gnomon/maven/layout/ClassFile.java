package dev.gnomon.maven.layout;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * The little of a class file that finding benchmarks needs. The class is never loaded: it may need
 * a newer JVM than Maven's, and its static initializers are none of our business.
 *
 * @param name binary name, {@code a.b.Outer$Inner}
 * @param superName binary name of its superclass, empty for {@code java.lang.Object}
 * @param concrete whether it can be instantiated
 * @param annotated whether {@code @Benchmark} stands on one of its own methods
 */
record ClassFile(String name, String superName, boolean concrete, boolean annotated) {
  private static final String BENCHMARK = "Lorg/openjdk/jmh/annotations/Benchmark;";
  private static final int ABSTRACT_OR_INTERFACE = 0x0400 | 0x0200;

  /**
   * Reads the head of a class file.
   *
   * @throws IOException if it is no class file
   */
  static ClassFile read(InputStream bytes) throws IOException {
    DataInputStream in = new DataInputStream(bytes);
    if (in.readInt() != 0xCAFEBABE) {
      throw new IOException("not a class file");
    }
    in.readInt(); // minor and major version: all have the same head
    ConstantPool pool = ConstantPool.read(in);
    int access = in.readUnsignedShort();
    String name = pool.className(in.readUnsignedShort());
    String superName = pool.className(in.readUnsignedShort());
    boolean concrete = (access & ABSTRACT_OR_INTERFACE) == 0;
    return new ClassFile(name, superName, concrete, pool.hasText(BENCHMARK));
  }

  /** The name as the benchmark list spells it, nested classes with a dot. */
  String canonicalName() {
    return name.replace('$', '.');
  }
}
