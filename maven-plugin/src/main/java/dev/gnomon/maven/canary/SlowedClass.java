package dev.gnomon.maven.canary;

import java.util.Map;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Puts one call before the first instruction of some methods; all else stays byte for byte. */
final class SlowedClass {
  private SlowedClass() {}

  /**
   * The slowed class.
   *
   * @param file the class
   * @param methods tokens for {@code Blackhole.consumeCPU} by name and descriptor of those to slow,
   *     {@code parse()V}
   */
  static byte[] of(byte[] file, Map<String, Long> methods) {
    ClassReader reader = new ClassReader(file);
    // Writing upon the reader copies untouched methods. A call changes no frame but the stack's
    // greatest depth.
    ClassWriter writer = new ClassWriter(reader, ClassWriter.COMPUTE_MAXS);
    reader.accept(
        new ClassVisitor(Opcodes.ASM9, writer) {
          @Override
          public MethodVisitor visitMethod(
              int access, String name, String descriptor, String signature, String[] exceptions) {
            MethodVisitor next = super.visitMethod(access, name, descriptor, signature, exceptions);
            Long tokens = methods.get(name + descriptor);
            return tokens == null ? next : slowed(next, tokens);
          }
        },
        0);
    return writer.toByteArray();
  }

  private static MethodVisitor slowed(MethodVisitor next, long tokens) {
    return new MethodVisitor(Opcodes.ASM9, next) {
      @Override
      public void visitCode() {
        super.visitCode();
        // The label of a loop that starts the method comes after this, so that the call is made
        // once.
        super.visitLdcInsn(tokens);
        super.visitMethodInsn(
            Opcodes.INVOKESTATIC, "org/openjdk/jmh/infra/Blackhole", "consumeCPU", "(J)V", false);
      }
    };
  }
}
