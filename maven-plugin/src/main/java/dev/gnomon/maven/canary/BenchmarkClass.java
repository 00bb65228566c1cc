package dev.gnomon.maven.canary;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * A class and its methods, those marked that JMH runs as one benchmark, with the operations that
 * annotations say they do at once.
 */
final class BenchmarkClass {
  private static final String BENCHMARK = "Lorg/openjdk/jmh/annotations/Benchmark;";
  private static final String GROUP = "Lorg/openjdk/jmh/annotations/Group;";
  private static final String OPERATIONS = "Lorg/openjdk/jmh/annotations/OperationsPerInvocation;";

  /** In the place of a method's name and descriptor, what the class says of all of them. */
  private static final String OF_ALL = "";

  /** What JMH calls a group that its annotation does not name. */
  private static final String UNNAMED_GROUP = "group";

  private final ClassReader reader;
  private final byte[] file;
  private final Map<String, Boolean> methods;
  private final Map<String, Integer> operations;

  private BenchmarkClass(
      ClassReader reader,
      byte[] file,
      Map<String, Boolean> methods,
      Map<String, Integer> operations) {
    this.reader = reader;
    this.file = file;
    this.methods = Map.copyOf(methods);
    this.operations = Map.copyOf(operations);
  }

  /**
   * Reads a class.
   *
   * @param benchmark last part of a benchmark's name: that of its method, or of the group that its
   *     methods form
   */
  static BenchmarkClass read(byte[] file, String benchmark) {
    ClassReader reader = new ClassReader(file);
    Map<String, Boolean> methods = new HashMap<>();
    Map<String, Integer> operations = new HashMap<>();
    reader.accept(
        new ClassVisitor(Opcodes.ASM9) {
          @Override
          public AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
            return descriptor.equals(OPERATIONS)
                ? new Value(value -> operations.put(OF_ALL, (Integer) value))
                : null;
          }

          @Override
          public MethodVisitor visitMethod(
              int access, String name, String descriptor, String signature, String[] exceptions) {
            int hidden = Opcodes.ACC_ABSTRACT | Opcodes.ACC_NATIVE | Opcodes.ACC_BRIDGE;
            if ((access & hidden) != 0) {
              return null;
            }
            String method = name + descriptor;
            methods.put(method, false);
            return new Marks(
                name,
                benchmark,
                () -> methods.put(method, true),
                value -> operations.put(method, value));
          }
        },
        ClassReader.SKIP_CODE);
    return new BenchmarkClass(reader, file, methods, operations);
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

  /**
   * By name and descriptor, {@code parse()V}, whether it is marked as part of the benchmark; no
   * abstract ones.
   */
  Map<String, Boolean> methods() {
    return methods;
  }

  /** Operations in one call of a method, where it is annotated. */
  Optional<Integer> operations(String method) {
    return Optional.ofNullable(operations.get(method));
  }

  /** Operations in one call of its methods, where the class is annotated. */
  Optional<Integer> operations() {
    return operations(OF_ALL);
  }

  /** Told the one value of an annotation. */
  private static final class Value extends AnnotationVisitor {
    private final Consumer<Object> told;

    Value(Consumer<Object> told) {
      super(Opcodes.ASM9);
      this.told = told;
    }

    @Override
    public void visit(String name, Object value) {
      told.accept(value);
    }
  }

  /** A method of a group goes by the group's name, and by no other. */
  private static final class Marks extends MethodVisitor {
    private final String benchmark;
    private final Runnable found;
    private final Consumer<Integer> operations;
    private String goesBy;
    private boolean marked;

    Marks(String method, String benchmark, Runnable found, Consumer<Integer> operations) {
      super(Opcodes.ASM9);
      this.goesBy = method;
      this.benchmark = benchmark;
      this.found = found;
      this.operations = operations;
    }

    @Override
    public AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
      marked |= descriptor.equals(BENCHMARK);
      if (descriptor.equals(OPERATIONS)) {
        return new Value(value -> operations.accept((Integer) value));
      }
      if (!descriptor.equals(GROUP)) {
        return null;
      }
      goesBy = UNNAMED_GROUP;
      return new Value(value -> goesBy = String.valueOf(value));
    }

    @Override
    public void visitEnd() {
      if (marked && goesBy.equals(benchmark)) {
        found.run();
      }
    }
  }
}
