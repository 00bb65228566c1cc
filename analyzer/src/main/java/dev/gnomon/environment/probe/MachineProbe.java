package dev.gnomon.environment.probe;

import dev.gnomon.environment.Fact;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads what is known about this machine; what cannot be read is left out. */
public final class MachineProbe {
  private final Platform platform;

  MachineProbe(Platform platform) {
    this.platform = platform;
  }

  /** A probe of the machine that this JVM runs on. */
  public static MachineProbe ofThisMachine() {
    return new MachineProbe(Platform.current());
  }

  /** Strict and soft facts, sorted by name; the same on every call until the machine changes. */
  public List<Fact> facts() {
    Facts facts = new Facts();
    facts.strict("os.family", Optional.of(family()));
    facts.strict("os.arch", Optional.of(platform.arch()));
    facts.strict("cpu.usable", Optional.of(new UsableCpus(platform).text()));
    Processor processor = new Processor(platform, family());
    facts.strict("cpu.model", processor.model());
    facts.strict("cpu.smt", processor.smt());
    facts.strict("virtualisation", processor.virtualisation());
    facts.soft("virtualisation.product", processor.hypervisor());
    facts.soft("cpu.microcode", processor.microcode());
    facts.soft("cpu.governor", processor.governor());
    facts.soft("cpu.turbo", processor.turbo());
    Host host = new Host(platform);
    facts.soft("os.kernel", host.kernel());
    facts.soft("memory.total", host.memory());
    facts.soft("memory.hugepages", host.hugePages());
    facts.soft("machine.host", host.identity());
    facts.soft("machine.boot", host.boot());
    return facts.sorted();
  }

  /** {@code linux}, {@code macos}, {@code windows}, or what the JVM calls another system. */
  String family() {
    String name = platform.osName().toLowerCase(Locale.ROOT);
    if (name.startsWith("windows")) {
      return "windows";
    }
    return name.startsWith("mac") ? "macos" : name;
  }

  private static final class Facts {
    private final List<Fact> facts = new ArrayList<>();

    void strict(String name, Optional<String> value) {
      value.ifPresent(text -> facts.add(Fact.strict(name, text)));
    }

    void soft(String name, Optional<String> value) {
      value.ifPresent(text -> facts.add(Fact.soft(name, text)));
    }

    List<Fact> sorted() {
      return facts.stream().sorted().toList();
    }
  }
}
