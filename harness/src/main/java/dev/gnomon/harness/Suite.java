package dev.gnomon.harness;

import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.openjdk.jmh.runner.BenchmarkList;
import org.openjdk.jmh.runner.BenchmarkListEntry;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.util.Optional;

/** The benchmarks that a selection names, each with one set of parameters, in JMH's order. */
final class Suite {
  private final Options options;
  private final List<Entry> entries;

  private Suite(Options options, List<Entry> entries) {
    this.options = options;
    this.entries = entries;
  }

  /** JMH's own options of the user, which must not select benchmarks a second time. */
  Options optionsWithoutSelection() {
    return Unselecting.of(options);
  }

  Entry entry(int index) {
    return entries.get(index);
  }

  void describe(DataOutputStream out) throws IOException {
    for (Entry entry : entries) {
      entry.describe(options).write(out);
    }
    Frame end = new Frame("listed");
    JvmFacts.read().forEach(end::with);
    end.with("fact.jmh.jvm", options.getJvm().orElse(""));
    end.with("fact.jmh.jvmArgs", flags());
    end.write(out);
  }

  /** JVM flags in JMH's own options: whoever measures with others may not be compared. */
  private String flags() {
    List<String> flags = new ArrayList<>(options.getJvmArgsPrepend().orElse(List.of()));
    flags.addAll(options.getJvmArgs().orElse(List.of()));
    flags.addAll(options.getJvmArgsAppend().orElse(List.of()));
    return String.join(" ", flags);
  }

  static Suite read(Frame command) throws Problem {
    try {
      Options options = new CommandLineOptions(command.list("arg.").toArray(new String[0]));
      List<Entry> entries = new ArrayList<>();
      for (BenchmarkListEntry listed : listed(command, options)) {
        entries.addAll(Entry.explode(listed, options));
      }
      // JMH would run a value that is given twice twice; it is one benchmark all the same.
      Set<List<Object>> seen = new HashSet<>();
      entries.removeIf(entry -> !seen.add(List.of(entry.name(), entry.mode, entry.params)));
      return new Suite(options, entries);
    } catch (CommandLineOptionException e) {
      throw new Problem(
          "jmh-arguments",
          "JMH does not take the options in perf.jmhArgs or perf.params: "
              + e.getMessage()
              + ". Options are written as on JMH's own command line, for instance"
              + " <perf.jmhArgs>-wi 5 -i 10</perf.jmhArgs>.",
          e);
    } catch (LinkageError e) {
      throw new Problem(
          "jmh-too-old",
          "JMH "
              + JvmFacts.jmhVersion()
              + " on the class path can't be driven ("
              + e
              + "). JMH 1.21 to 1.37 are known to work: raise org.openjdk.jmh:jmh-core, and its"
              + " annotation processor with it.",
          e);
    }
  }

  private static Collection<BenchmarkListEntry> listed(Frame command, Options options)
      throws Problem {
    BenchmarkList list = BenchmarkList.defaultList();
    Collection<BenchmarkListEntry> all;
    try {
      all = list.getAll(new QuietFormat(), List.of());
    } catch (RuntimeException e) {
      throw new Problem(
          "no-benchmarks",
          "META-INF/BenchmarkList can't be read: "
              + e.getMessage()
              + ". It is written by jmh-generator-annprocess: clean and compile again, with a processor"
              + " of the same version as jmh-core, which is "
              + JvmFacts.jmhVersion()
              + " here. JMH before 1.24 can't read its own list where a @Param holds a line break.",
          e);
    }
    if (all.isEmpty()) {
      throw new Problem(
          "no-benchmarks",
          "META-INF/BenchmarkList on the class path names no benchmark, expected at least one"
              + " method with @Benchmark. Clean and compile again if one was just added.",
          null);
    }
    List<String> includes = new ArrayList<>(command.list("include."));
    includes.addAll(options.getIncludes());
    List<String> excludes = new ArrayList<>(command.list("exclude."));
    excludes.addAll(options.getExcludes());
    return matching(list, includes, excludes);
  }

  private static Collection<BenchmarkListEntry> matching(
      BenchmarkList list, List<String> includes, List<String> excludes) throws Problem {
    try {
      return list.find(new QuietFormat(), includes, excludes);
    } catch (java.util.regex.PatternSyntaxException e) {
      throw new Problem(
          "bad-pattern",
          "\""
              + e.getPattern()
              + "\" in perf.includes or perf.excludes is no regular expression: "
              + e.getDescription()
              + ".",
          e);
    }
  }

  static Map<String, String[]> params(BenchmarkListEntry entry) {
    Optional<Map<String, String[]>> params = entry.getParams();
    return params.hasValue() ? params.get() : Map.of();
  }
}
