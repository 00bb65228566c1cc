package dev.gnomon.environment.probe;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which machine it is, told without giving away its name, and how its kernel is set. */
final class Host {
  private static final int DIGITS = 12;
  private static final Pattern CHOSEN = Pattern.compile("\\[(\\w+)]");

  private final Platform platform;

  Host(Platform platform) {
    this.platform = platform;
  }

  Optional<String> kernel() {
    return platform.read("/proc/sys/kernel/osrelease");
  }

  /** In whole GiB: the last megabytes differ from kernel to kernel. */
  Optional<String> memory() {
    final double kibPerGib = 1 << 20;
    return platform
        .line("/proc/meminfo", "MemTotal")
        .map(text -> text.replaceAll("[^0-9]", ""))
        .filter(digits -> !digits.isEmpty() && digits.length() < 16)
        .map(digits -> Math.round(Long.parseLong(digits) / kibPerGib) + " GiB");
  }

  Optional<String> hugePages() {
    return platform
        .read("/sys/kernel/mm/transparent_hugepage/enabled")
        .map(CHOSEN::matcher)
        .filter(Matcher::find)
        .map(matcher -> matcher.group(1));
  }

  /** A container has its image's machine id, the same on any host: it tells nothing. */
  Optional<String> identity() {
    boolean container = platform.exists("/.dockerenv") || platform.exists("/run/.containerenv");
    return container ? Optional.empty() : platform.read("/etc/machine-id").map(Host::hash);
  }

  Optional<String> boot() {
    return platform.read("/proc/sys/kernel/random/boot_id").map(Host::hash);
  }

  /** The ids are confidential (see machine-id(5)): only a hash may leave the machine. */
  private static String hash(String id) {
    try {
      byte[] salted = ("gnomon " + id).getBytes(StandardCharsets.UTF_8);
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(salted);
      return HexFormat.of().formatHex(digest).substring(0, DIGITS);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }
}
