package dev.gnomon.maven.identity;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * One class of the project, as far as it matters here.
 *
 * @param hash of all it has but what only debuggers read
 * @param parents what it extends and implements
 * @param names the project's classes that it names, sorted
 * @param finding what in it finds classes by name
 * @param opening what in it opens files
 * @param loading what in it loads native code or calls it
 */
record OwnClass(
    String hash,
    List<String> parents,
    List<String> names,
    Optional<String> finding,
    Optional<String> opening,
    Optional<String> loading) {

  /**
   * Reads a class file.
   *
   * @throws IOException if it can't be read: damaged, too new, or it names itself otherwise
   */
  static OwnClass read(String name, byte[] file, OwnNames own) throws IOException {
    try {
      Constants constants = Constants.read(file);
      ClassReader reader = new ClassReader(file);
      if (!reader.getClassName().equals(name)) {
        throw new IOException("it is the class " + reader.getClassName());
      }
      List<String> parents = new ArrayList<>(List.of(reader.getInterfaces()));
      if (reader.getSuperName() != null) {
        parents.add(reader.getSuperName());
      }
      Set<String> names = own.in(constants.texts());
      names.addAll(own.inPackagesOf(constants.texts(), false));
      names.addAll(own.inPackagesOf(constants.strings(), true));
      ClassWriter writer = new ClassWriter(0);
      WithoutDebug code = new WithoutDebug(writer);
      reader.accept(code, 0);
      return new OwnClass(
          Sha256.of(writer.toByteArray()),
          List.copyOf(parents),
          names.stream().sorted().toList(),
          Escapes.finding(constants),
          Escapes.opening(constants),
          Escapes.loading(constants).or(() -> code.nativeMethod));
    } catch (RuntimeException e) {
      // ASM throws many kinds at a damaged or too new class.
      throw new IOException(String.valueOf(e.getMessage()), e);
    }
  }

  /**
   * Drops line numbers, names of variables and of the source. ASM's own SKIP_DEBUG drops the names
   * of parameters as well, which code can ask for. Written anew, so that constants which only debug
   * information uses leave no gap behind.
   */
  private static final class WithoutDebug extends ClassVisitor {
    private Optional<String> nativeMethod = Optional.empty();

    WithoutDebug(ClassVisitor next) {
      super(Opcodes.ASM9, next);
    }

    @Override
    public void visitSource(String source, String debug) {}

    @Override
    public MethodVisitor visitMethod(
        int access, String name, String descriptor, String signature, String[] exceptions) {
      if ((access & Opcodes.ACC_NATIVE) != 0) {
        nativeMethod = Optional.of(name); // whoever loads its code, it is on no class path
      }
      MethodVisitor next = super.visitMethod(access, name, descriptor, signature, exceptions);
      return new MethodVisitor(Opcodes.ASM9, next) {
        @Override
        public void visitLineNumber(int line, Label start) {}

        @Override
        public void visitLocalVariable(
            String variable, String type, String generic, Label start, Label end, int index) {}
      };
    }
  }
}
