package dev.gnomon.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitCallTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.File;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.FileReader;
import java.io.FileWriter;
import java.io.RandomAccessFile;
import java.lang.management.ManagementFactory;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.TimeZone;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a pure class may not do: reach for anything that was not handed to it. */
final class Purity extends ArchCondition<JavaClass> {
  /** Classes that have no pure use at all. */
  private static final Set<String> FORBIDDEN =
      Stream.of(
              File.class,
              FileInputStream.class,
              FileOutputStream.class,
              FileReader.class,
              FileWriter.class,
              RandomAccessFile.class,
              FileChannel.class,
              Files.class,
              FileSystems.class,
              Process.class,
              ProcessBuilder.class,
              ProcessHandle.class,
              Runtime.class,
              Thread.class,
              ManagementFactory.class,
              SecureRandom.class,
              ThreadLocalRandom.class,
              Clock.class,
              TimeZone.class)
          .map(Class::getName)
          .collect(Collectors.toSet());

  private static final Set<String> FORBIDDEN_PACKAGES =
      Set.of("java.net.", "java.sql.", "javax.sql.");

  private static final List<Call> CALLS =
      List.of(
          new Call(System.class, "currentTimeMillis", true),
          new Call(System.class, "nanoTime", true),
          new Call(System.class, "getenv", true),
          new Call(System.class, "getProperty", true),
          new Call(System.class, "getProperties", true),
          new Call(System.class, "lineSeparator", true),
          new Call(System.class, "exit", true),
          new Call(Instant.class, "now", true),
          new Call(LocalDate.class, "now", true),
          new Call(LocalDateTime.class, "now", true),
          new Call(ZonedDateTime.class, "now", true),
          new Call(ZoneId.class, "systemDefault", true),
          new Call(Locale.class, "getDefault", true),
          new Call(UUID.class, "randomUUID", true),
          new Call(Math.class, "random", true),
          new Call(Random.class, JavaConstructor.CONSTRUCTOR_NAME, false));

  private static final DescribedPredicate<JavaAccess<?>> FORBIDDEN_CALL =
      DescribedPredicate.describe("reaches for what was not given", Purity::reachesOut);

  Purity() {
    super("touch no file, clock, environment, process, thread, default locale, chance or database");
  }

  @Override
  public void check(JavaClass item, ConditionEvents events) {
    item.getDirectDependenciesFromSelf().stream()
        .filter(dependency -> forbidden(dependency.getTargetClass().getName()))
        .forEach(
            dependency ->
                events.add(SimpleConditionEvent.violated(item, dependency.getDescription())));
    item.getAccessesFromSelf().stream()
        .filter(FORBIDDEN_CALL)
        .forEach(
            access -> events.add(SimpleConditionEvent.violated(item, access.getDescription())));
  }

  private static boolean forbidden(String name) {
    return FORBIDDEN.contains(name) || FORBIDDEN_PACKAGES.stream().anyMatch(name::startsWith);
  }

  private static boolean reachesOut(JavaAccess<?> access) {
    if (!(access.getTarget() instanceof CodeUnitCallTarget target)) {
      return access.getTargetOwner().isEquivalentTo(System.class);
    }
    return CALLS.stream().anyMatch(call -> call.matches(target)) || dependsOnLocale(target);
  }

  /** Format strings and letter case follow the machine's language unless a locale is given. */
  private static boolean dependsOnLocale(CodeUnitCallTarget target) {
    Set<String> sensitive = Set.of("format", "toLowerCase", "toUpperCase");
    boolean givenLocale =
        target.getRawParameterTypes().stream().anyMatch(type -> type.isEquivalentTo(Locale.class));
    return target.getOwner().isEquivalentTo(String.class)
        && sensitive.contains(target.getName())
        && !givenLocale;
  }

  /** A call without arguments, or with any, of a method by its name. */
  private record Call(Class<?> owner, String name, boolean evenIfGiven) {
    boolean matches(CodeUnitCallTarget target) {
      return target.getOwner().isEquivalentTo(owner)
          && target.getName().equals(name)
          && (evenIfGiven || target.getRawParameterTypes().isEmpty());
    }
  }
}
