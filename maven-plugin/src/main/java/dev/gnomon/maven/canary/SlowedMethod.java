package dev.gnomon.maven.canary;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Rewrites the benchmark methods of one name in a class. */
final class SlowedMethod {
  private static final String BENCHMARK = "Lorg/openjdk/jmh/annotations/Benchmark;";
  private static final String BLACKHOLE = "org/openjdk/jmh/infra/Blackhole";

  private SlowedMethod() {}

  /**
   * The class with its benchmarks of that name consuming tokens first.
   *
   * @return empty where it declares none
   */
  static Optional<byte[]> in(byte[] bytes, String method, long tokens) {
    ClassReader reader = new ClassReader(bytes);
    Set<String> benchmarks = benchmarks(reader, method);
    if (benchmarks.isEmpty()) {
      return Optional.empty();
    }
    // A call at the very beginning needs no new frames, and no more stack than it pushes itself.
    ClassWriter writer = new ClassWriter(reader, ClassWriter.COMPUTE_MAXS);
    reader.accept(
        new ClassVisitor(Opcodes.ASM9, writer) {
          @Override
          public MethodVisitor visitMethod(
              int access, String name, String descriptor, String signature, String[] exceptions) {
            MethodVisitor next = super.visitMethod(access, name, descriptor, signature, exceptions);
            boolean slowed = name.equals(method) && benchmarks.contains(descriptor);
            return slowed ? new ConsumesFirst(next, tokens) : next;
          }
        },
        0);
    return Optional.of(writer.toByteArray());
  }

  /** Descriptors of the methods of that name that are benchmarks. */
  private static Set<String> benchmarks(ClassReader reader, String method) {
    Set<String> descriptors = new HashSet<>();
    reader.accept(
        new ClassVisitor(Opcodes.ASM9) {
          @Override
          public MethodVisitor visitMethod(
              int access, String name, String descriptor, String signature, String[] exceptions) {
            return name.equals(method) ? new Annotated(descriptor, descriptors) : null;
          }
        },
        ClassReader.SKIP_CODE);
    return descriptors;
  }

  private static final class Annotated extends MethodVisitor {
    private final String descriptor;
    private final Set<String> found;

    Annotated(String descriptor, Set<String> found) {
      super(Opcodes.ASM9);
      this.descriptor = descriptor;
      this.found = found;
    }

    @Override
    public AnnotationVisitor visitAnnotation(String annotation, boolean visible) {
      if (annotation.equals(BENCHMARK)) {
        found.add(descriptor);
      }
      return null;
    }
  }

  private static final class ConsumesFirst extends MethodVisitor {
    private final long tokens;

    ConsumesFirst(MethodVisitor next, long tokens) {
      super(Opcodes.ASM9, next);
      this.tokens = tokens;
    }

    @Override
    public void visitCode() {
      super.visitCode();
      visitLdcInsn(tokens);
      visitMethodInsn(Opcodes.INVOKESTATIC, BLACKHOLE, "consumeCPU", "(J)V", false);
    }
  }
}
