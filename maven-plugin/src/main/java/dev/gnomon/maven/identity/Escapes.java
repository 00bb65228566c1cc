package dev.gnomon.maven.identity;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What code can do that its constants do not show: find classes by name, open files. */
final class Escapes {
  /** Types that find classes or members at run time. An array made by reflection finds none. */
  private static final List<String> FINDING =
      List.of(
          "java/lang/reflect/",
          "java/util/ServiceLoader",
          "java/lang/ClassLoader",
          "java/lang/ModuleLayer",
          "java/security/SecureClassLoader",
          "java/net/URLClassLoader",
          "java/io/ObjectInputStream",
          "java/io/ObjectInput",
          "java/rmi/",
          "java/beans/",
          "java/util/ResourceBundle",
          "javax/script/",
          "javax/naming/",
          "javax/tools/",
          "groovy/lang/",
          "org/codehaus/groovy/",
          "org/apache/groovy/",
          "clojure/lang/",
          "org/jruby/",
          "sun/misc/Unsafe",
          "jdk/internal/",
          "org/springframework/",
          "io/micronaut/",
          "io/quarkus/",
          "jakarta/enterprise/",
          "javax/enterprise/",
          "jakarta/persistence/",
          "javax/persistence/",
          "org/hibernate/",
          "org/reflections/",
          "io/github/classgraph/");

  private static final String ARRAY = "java/lang/reflect/Array";

  private static final Pattern FINDING_MEMBER =
      Pattern.compile(
          "java/lang/Class\\.(forName|newInstance|(get(Declared)?"
              + "(Method|Constructor|Field|Classe)s?)|getRecordComponents|getClasses"
              + "|getPermittedSubclasses|getEnumConstants|getClassLoader|arrayType)"
              + "|java/lang/invoke/MethodHandles\\$Lookup"
              + "\\.(find|unreflect|define|ensure|access|bind|reveal).*"
              + "|java/lang/Thread\\.(get|set)ContextClassLoader"
              + "|java/lang/Module\\.getClassLoader");

  /** Who reads class files as resources may put their names together. */
  private static final Pattern CLASS_FILE = Pattern.compile("\\.class\\b");

  private static final Pattern OPENING =
      Pattern.compile(
          "(java/io/(File|RandomAccessFile)|java/nio/file/|java/nio/channels/|java/net/"
              + "|java/util/zip/ZipFile|java/util/jar/JarFile).*"
              + "|java/lang/Process(Builder)?|javax/imageio/.*|java/lang/Runtime\\.exec");

  private static final Pattern LOADING =
      Pattern.compile("java/lang/(System|Runtime)\\.load(Library)?|java/lang/foreign/.*");

  private Escapes() {}

  /** What finds classes by name; empty where nothing does. */
  static Optional<String> finding(Constants constants) {
    return constants.texts().stream()
        .filter(text -> FINDING.stream().anyMatch(text::contains) && !onlyArray(text))
        .findFirst()
        .or(() -> matching(constants.members(), FINDING_MEMBER))
        .or(
            () ->
                constants.strings().stream()
                    .filter(text -> CLASS_FILE.matcher(text).find())
                    .findFirst());
  }

  private static boolean onlyArray(String text) {
    String without = text.replace(ARRAY, "");
    return FINDING.stream().noneMatch(without::contains);
  }

  /** What opens files, connections or processes; empty where nothing does. */
  static Optional<String> opening(Constants constants) {
    return matching(constants.texts(), OPENING).or(() -> matching(constants.members(), OPENING));
  }

  /** What loads native code; empty where nothing does. */
  static Optional<String> loading(Constants constants) {
    return matching(constants.members(), LOADING);
  }

  private static Optional<String> matching(Iterable<String> texts, Pattern pattern) {
    for (String text : texts) {
      if (pattern.matcher(text).matches()) {
        return Optional.of(text);
      }
    }
    return Optional.empty();
  }
}
