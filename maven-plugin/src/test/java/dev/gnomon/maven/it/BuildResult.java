package dev.gnomon.maven.it;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * How a build ended.
 *
 * @param status exit status of Maven
 * @param log everything that it printed
 */
record BuildResult(int status, String log) {
  BuildResult succeeds() {
    assertThat(status).as(log).isZero();
    return this;
  }

  /** The policy was broken: a failure, as of a test. */
  BuildResult fails() {
    assertThat(status).as(log).isNotZero();
    assertThat(log).contains("MojoFailureException");
    return this;
  }

  /** It could not be measured or judged: an error, never a verdict. */
  BuildResult breaks() {
    assertThat(status).as(log).isNotZero();
    assertThat(log).contains("MojoExecutionException");
    return this;
  }

  BuildResult says(String... sentences) {
    assertThat(log).contains(sentences);
    return this;
  }

  BuildResult doesNotSay(String sentence) {
    assertThat(log).doesNotContain(sentence);
    return this;
  }
}
