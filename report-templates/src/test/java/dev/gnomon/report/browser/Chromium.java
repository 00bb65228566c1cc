package dev.gnomon.report.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * A browser of this machine. Where there is none, tests that need it are skipped and say what would
 * let them run: {@code bash .ci/install-browser}, or the properties {@code gnomon.browser} and
 * {@code gnomon.browser.driver}.
 */
final class Chromium implements AutoCloseable {
  static final int DESKTOP = 1280;
  static final int PHONE = 390;

  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");

  private final Playwright playwright;
  private final Browser browser;

  private Chromium(Path executable, Path driver) {
    System.setProperty("playwright.cli.dir", driver.toString());
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(executable)
                    .setArgs(
                        List.of(
                            "--no-sandbox",
                            "--disable-gpu",
                            "--disable-quic",
                            "--no-first-run",
                            "--disable-background-networking",
                            "--disable-component-update",
                            "--disable-sync")));
  }

  /** The browser, or the end of the test with the reason why there is none. */
  static Chromium orSkip() {
    Optional<Path> executable = executable();
    Assumptions.assumeTrue(
        executable.isPresent(), "no Chromium on the PATH: run bash .ci/install-browser");
    Path driver = driver();
    Assumptions.assumeTrue(
        Files.isRegularFile(driver.resolve("package/cli.js"))
            && Files.isExecutable(driver.resolve("node")),
        "no Playwright driver in " + driver + ": run bash .ci/install-browser");
    return new Chromium(executable.get(), driver);
  }

  /** A window of its own, with a script that runs. */
  BrowserContext context(int width, ColorScheme scheme) {
    return context(width, scheme, true);
  }

  /** A window of its own, where a script may run or not. */
  BrowserContext context(int width, ColorScheme scheme, boolean script) {
    return browser.newContext(
        new NewContextOptions()
            .setViewportSize(width, 900)
            .setColorScheme(scheme)
            .setJavaScriptEnabled(script));
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }

  private static Optional<Path> executable() {
    String named = System.getProperty("gnomon.browser", "");
    if (!named.isEmpty()) {
      return Optional.of(Path.of(named));
    }
    String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
    return Stream.of(path.split(File.pathSeparator, -1))
        .filter(directory -> !directory.isEmpty())
        .flatMap(directory -> NAMES.stream().map(name -> Path.of(directory, name)))
        .filter(Files::isExecutable)
        .map(Chromium::real)
        .findFirst();
  }

  private static Path real(Path file) {
    try {
      return file.toRealPath();
    } catch (IOException e) {
      return file;
    }
  }

  private static Path driver() {
    String named =
        System.getProperty(
            "gnomon.browser.driver",
            Optional.ofNullable(System.getenv("GNOMON_BROWSER_DRIVER")).orElse(""));
    return named.isEmpty()
        ? Path.of(
            System.getProperty("user.home"),
            ".cache",
            "gnomon",
            "playwright-" + System.getProperty("playwright.version"))
        : Path.of(named);
  }
}
