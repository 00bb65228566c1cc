package dev.gnomon.environment.probe;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What kind of processor it is, and whether it is a real one. */
final class Processor {
  private static final String INFO = "/proc/cpuinfo";
  private static final String CPU = "/sys/devices/system/cpu";

  private static final List<String> VIRTUAL =
      List.of(
          "QEMU",
          "KVM",
          "Amazon EC2",
          "Google Compute",
          "VMware",
          "VirtualBox",
          "Virtual Machine",
          "Xen",
          "Bochs",
          "OpenStack",
          "Parallels",
          "Hetzner",
          "DigitalOcean",
          "Firecracker");

  private final Platform platform;
  private final String family;

  Processor(Platform platform, String family) {
    this.platform = platform;
    this.family = family;
  }

  Optional<String> model() {
    return switch (family) {
      case "windows" -> Optional.ofNullable(platform.variables().get("PROCESSOR_IDENTIFIER"));
      case "macos" -> platform.ask("sysctl", "-n", "machdep.cpu.brand_string");
      default -> platform.line(INFO, "model name").or(this::armModel).or(this::otherModel);
    };
  }

  /** On ARM the kernel tells numbers only. */
  private Optional<String> armModel() {
    String model =
        Stream.of("CPU implementer", "CPU part", "CPU variant", "CPU revision")
            .flatMap(name -> platform.line(INFO, name).stream())
            .collect(Collectors.joining(" "));
    return model.isEmpty() ? Optional.empty() : Optional.of("ARM " + model);
  }

  private Optional<String> otherModel() {
    return platform.line(INFO, "cpu").or(() -> platform.line(INFO, "uarch"));
  }

  /** Whether two hardware threads share a core, as far as this kernel knows. */
  Optional<String> smt() {
    return platform.read(CPU + "/smt/active").map(active -> active.equals("1") ? "on" : "off");
  }

  /** {@code vm} or {@code none}; empty where nothing tells. */
  Optional<String> virtualisation() {
    if (platform.exists("/sys/hypervisor/type") || hypervisor().isPresent()) {
      return Optional.of("vm");
    }
    return platform
        .line(INFO, "flags")
        .map(flags -> Arrays.asList(flags.split(" ")).contains("hypervisor") ? "vm" : "none");
  }

  /** Maker and product of a virtual machine, as its firmware tells them. */
  Optional<String> hypervisor() {
    String product =
        Stream.of("sys_vendor", "product_name")
            .flatMap(name -> platform.read("/sys/class/dmi/id/" + name).stream())
            .collect(Collectors.joining(" "));
    boolean virtual = VIRTUAL.stream().anyMatch(product::contains) && !product.contains(".metal");
    return virtual ? Optional.of(product) : Optional.empty();
  }

  Optional<String> microcode() {
    return platform.line(INFO, "microcode");
  }

  Optional<String> governor() {
    return platform.read(CPU + "/cpu0/cpufreq/scaling_governor");
  }

  Optional<String> turbo() {
    return platform
        .read(CPU + "/intel_pstate/no_turbo")
        .map(off -> off.equals("1") ? "off" : "on")
        .or(() -> platform.read(CPU + "/cpufreq/boost").map(on -> on.equals("1") ? "on" : "off"));
  }
}
