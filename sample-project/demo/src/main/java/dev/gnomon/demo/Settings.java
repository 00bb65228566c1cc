package dev.gnomon.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Maven settings that let a build with a local repository of its own reuse what is downloaded. */
final class Settings {
  private Settings() {}

  /**
   * Writes settings by which artifacts are first looked for in another local repository.
   *
   * @param file where to write
   * @param downloaded the local repository to read from
   */
  static Path write(Path file, Path downloaded) throws IOException {
    String url = escape(downloaded.toUri().toString());
    return Files.writeString(
        file,
        """
        <settings>
          <profiles>
            <profile>
              <id>downloaded</id>
              <repositories>
                <repository>%1$s</repository>
              </repositories>
              <pluginRepositories>
                <pluginRepository>%1$s</pluginRepository>
              </pluginRepositories>
            </profile>
          </profiles>
          <activeProfiles>
            <activeProfile>downloaded</activeProfile>
          </activeProfiles>
        </settings>
        """
            .formatted(repository(url)));
  }

  private static String repository(String url) {
    return "<id>downloaded</id><url>"
        + url
        + "</url><releases><checksumPolicy>ignore</checksumPolicy></releases>"
        + "<snapshots><enabled>false</enabled></snapshots>";
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;");
  }
}
