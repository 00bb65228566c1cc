package dev.gnomon.maven.canary;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** A class and those of its methods that have one name. */
final class BenchmarkClass {
  private static final String BENCHMARK = "Lorg/openjdk/jmh/annotations/Benchmark;";

  private final ClassReader reader;
  private final byte[] file;
  private final Map<String, Boolean> methods;

  private BenchmarkClass(ClassReader reader, byte[] file, Map<String, Boolean> methods) {
    this.reader = reader;
    this.file = file;
    this.methods = Map.copyOf(methods);
  }

  static BenchmarkClass read(byte[] file, String method) {
    ClassReader reader = new ClassReader(file);
    Map<String, Boolean> methods = new HashMap<>();
    reader.accept(
        new ClassVisitor(Opcodes.ASM9) {
          @Override
          public MethodVisitor visitMethod(
              int access, String name, String descriptor, String signature, String[] exceptions) {
            int hidden = Opcodes.ACC_ABSTRACT | Opcodes.ACC_NATIVE | Opcodes.ACC_BRIDGE;
            if (!name.equals(method) || (access & hidden) != 0) {
              return null;
            }
            methods.put(descriptor, false);
            return marked(methods, descriptor);
          }
        },
        ClassReader.SKIP_CODE);
    return new BenchmarkClass(reader, file, methods);
  }

  /** As in class files, {@code a/b/C}. */
  String name() {
    return reader.getClassName();
  }

  /** Of its superclass; empty for {@code java/lang/Object}. */
  Optional<String> superName() {
    return Optional.ofNullable(reader.getSuperName());
  }

  /** Its bytes, which nobody changes. */
  byte[] file() {
    return file;
  }

  /** By descriptor, whether {@code @Benchmark} stands on it; no abstract ones. */
  Map<String, Boolean> methods() {
    return methods;
  }

  private static MethodVisitor marked(Map<String, Boolean> methods, String method) {
    return new MethodVisitor(Opcodes.ASM9) {
      @Override
      public AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
        if (descriptor.equals(BENCHMARK)) {
          methods.put(method, true);
        }
        return null;
      }
    };
  }
}
