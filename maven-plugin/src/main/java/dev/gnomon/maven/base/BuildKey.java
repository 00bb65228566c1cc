package dev.gnomon.maven.base;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * What a build of a base depends on: two builds of one key give the same classes.
 *
 * @param commit full id of what is built
 * @param digest of all that it depends on, as hexadecimal digits
 */
record BuildKey(String commit, String digest) {
  private static final String FORMAT = "gnomon-base/1";
  private static final int SHORT_COMMIT = 12;
  private static final int SHORT_DIGEST = 8;

  /**
   * The key of a build.
   *
   * @param top top directory of the checkout, to which the places of POMs are relative
   */
  static BuildKey of(String commit, Path top, BaseRequest request) {
    ChildMaven maven = request.maven();
    List<String> parts = new ArrayList<>(List.of(FORMAT, commit));
    parts.addAll(List.of(maven.jdk(), maven.version(), maven.plugin()));
    parts.add(top.relativize(request.module().rootPom()).toString());
    parts.add(top.relativize(request.module().base()).toString());
    parts.add("active " + maven.activeProfiles().stream().sorted().toList());
    parts.add("inactive " + maven.inactiveProfiles().stream().sorted().toList());
    maven.properties().forEach((name, value) -> parts.addAll(List.of(name, value)));
    return new BuildKey(commit, digest(parts));
  }

  /** Lengths go in as well, so that no two lists give one text. */
  private static String digest(List<String> parts) {
    MessageDigest digest = FileTree.sha256();
    for (String part : parts) {
      byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
      digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
      digest.update(bytes);
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  String shortCommit() {
    return commit.substring(0, SHORT_COMMIT);
  }

  /** Name of its directory in the cache. */
  String directory() {
    return shortCommit() + "-" + digest.substring(0, SHORT_DIGEST);
  }
}
