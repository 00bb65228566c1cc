package dev.gnomon.harness;

import java.io.IOException;
import java.io.InputStream;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Facts about this JVM and its JMH; names ending in {@code ~} are soft, the others strict. */
final class JvmFacts {
  private JvmFacts() {}

  static Map<String, String> read() {
    Map<String, String> facts = new TreeMap<>();
    facts.put("fact.jvm.vendor", System.getProperty("java.vendor", ""));
    facts.put("fact.jvm.major", String.valueOf(Runtime.version().feature()));
    facts.put("fact.jvm.vm", System.getProperty("java.vm.name", ""));
    facts.put("fact.jvm.gc", collectors());
    facts.put("fact.jvm.version~", System.getProperty("java.vm.version", ""));
    facts.put("fact.jvm.heap.max~", (Runtime.getRuntime().maxMemory() >> 20) + " MiB");
    facts.put("fact.jmh.version", jmhVersion());
    facts.put("fact.jmh.blackhole", blackhole());
    return facts;
  }

  static String jmhVersion() {
    // JMH's own method for this is younger than the oldest JMH that is driven; its file is not.
    try (InputStream in = ClassLoader.getSystemResourceAsStream("jmh.properties")) {
      Properties properties = new Properties();
      if (in != null) {
        properties.load(in);
      }
      return properties.getProperty("jmh.version", "unknown");
    } catch (IOException | IllegalArgumentException e) {
      return "unknown";
    }
  }

  private static String collectors() {
    return ManagementFactory.getGarbageCollectorMXBeans().stream()
        .map(GarbageCollectorMXBean::getName)
        .sorted()
        .collect(Collectors.joining(" + "));
  }

  /** JMH before 1.33 has only one kind of blackhole, and no public way to ask since. */
  private static String blackhole() {
    try {
      Method mode =
          Class.forName("org.openjdk.jmh.runner.CompilerHints").getDeclaredMethod("blackholeMode");
      mode.setAccessible(true);
      return String.valueOf(((Enum<?>) mode.invoke(null)).name());
    } catch (ReflectiveOperationException | RuntimeException e) {
      return "FULL";
    }
  }
}
