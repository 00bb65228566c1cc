package dev.gnomon.harness;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class HarnessArchitectureTest {
  private final JavaClasses harness =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackagesOf(HostMain.class);

  @Test
  void theHarnessUsesTheJdkJmhAndTheProfilerAlone() {
    // Anything else on a user's class path could clash with the user's own.
    assertThat(harness.contain(HostMain.class)).isTrue();
    assertThat(harness.size()).isGreaterThan(10);
    classes()
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "dev.gnomon.harness",
            "java..",
            "javax..",
            "jdk..",
            "com.sun.management",
            "org.openjdk.jmh..",
            "one.profiler..")
        .check(harness);
  }
}
