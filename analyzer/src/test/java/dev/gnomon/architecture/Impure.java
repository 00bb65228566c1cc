package dev.gnomon.architecture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Random;

/** Does, one method each, what a pure class may not do; never run, only looked at. */
final class Impure {
  private Impure() {}

  static String file(Path path) throws IOException {
    return Files.readString(path);
  }

  static Instant clock() {
    return Instant.now();
  }

  static long ticks() {
    return System.nanoTime();
  }

  static LocalDate today() {
    return LocalDate.now(java.time.ZoneOffset.UTC);
  }

  static String environment() {
    return System.getenv("HOME");
  }

  static void print() {
    System.out.println("printed");
  }

  static Locale locale() {
    return Locale.getDefault();
  }

  static String formatted(double value) {
    return String.format("%f", value);
  }

  static Process process() throws IOException {
    return new ProcessBuilder("true").start();
  }

  static Random chance() {
    return new Random();
  }

  static Object database() throws SQLException {
    return DriverManager.getConnection("jdbc:none");
  }
}
