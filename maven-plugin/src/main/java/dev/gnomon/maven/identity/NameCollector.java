package dev.gnomon.maven.identity;

import java.util.HashSet;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.commons.Remapper;

/** Is asked how each name in a class should read, renames nothing, and remembers them all. */
final class NameCollector extends Remapper {
  private static final Set<String> LOADERS =
      Set.of(
          "java/lang/ClassLoader",
          "java/net/URLClassLoader",
          "java/util/ServiceLoader",
          "java/util/ResourceBundle",
          "java/io/ObjectInputStream",
          "java/lang/invoke/MethodHandles$Lookup");

  private static final Set<String> OF_CLASS =
      Set.of("forName", "getResource", "getResourceAsStream", "getClassLoader");

  private final Set<String> names = new HashSet<>();
  private boolean findsByName;

  NameCollector() {
    super(Opcodes.ASM9);
  }

  Set<String> names() {
    return names;
  }

  boolean findsByName() {
    return findsByName;
  }

  @Override
  public String map(String internalName) {
    names.add(internalName);
    return internalName;
  }

  @Override
  public Object mapValue(Object value) {
    if (value instanceof String text) {
      // A class may be loaded by a name that is written here.
      names.add(text.replace('.', '/'));
    }
    return super.mapValue(value);
  }

  @Override
  public String mapMethodName(String owner, String name, String descriptor) {
    boolean ofClass = owner.equals("java/lang/Class") && OF_CLASS.contains(name);
    boolean ofLoader = LOADERS.contains(owner) && !isMember(owner, name);
    findsByName |= ofClass || ofLoader || owner.startsWith("javax/script/");
    return name;
  }

  /** A lookup finds members of classes that are named as types; only classes need a text. */
  private static boolean isMember(String owner, String name) {
    return owner.endsWith("$Lookup") && !name.equals("findClass") && !name.equals("defineClass");
  }
}
