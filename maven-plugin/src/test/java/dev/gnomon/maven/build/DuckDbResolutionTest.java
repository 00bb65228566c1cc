package dev.gnomon.maven.build;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DuckDbResolutionTest {
  @ParameterizedTest
  @CsvSource({
    "Linux,amd64,linux_amd64",
    "Linux,x86_64,linux_amd64",
    "Linux,aarch64,linux_arm64",
    "Mac OS X,aarch64,osx_universal",
    "Mac OS X,x86_64,osx_universal",
    "Windows 11,amd64,windows_amd64",
    "Windows Server 2022,aarch64,windows_arm64",
    "WINDOWS,arm64,windows_arm64",
    "Linux,riscv64,''",
    "Linux,i386,''",
    "FreeBSD,amd64,''",
    "AIX,ppc64,''",
  })
  void thePlatformIsNamedAsDuckDbNamesIt(String system, String processor, String classifier) {
    assertThat(DuckDbResolution.classifier(system, processor)).isEqualTo(classifier);
  }
}
