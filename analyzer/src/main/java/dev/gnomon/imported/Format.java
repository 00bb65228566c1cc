package dev.gnomon.imported;

/** A form in which other tools leave results. */
public enum Format {
  /** JMH's result file. */
  JMH("jmh-json", "a JMH result, as -rf json -rff FILE writes it"),
  /** Go's benchmark format. */
  GO("go", "Go's benchmark format, as go test -bench prints it"),
  /** A table with a head. */
  CSV("csv", "comma-separated values with a head of column names"),
  /** The history that github-action-benchmark keeps. */
  GITHUB_ACTION("github-action-benchmark", "the data.js of github-action-benchmark"),
  /** A profile of one benchmark. */
  PROFILE("profile", "a JFR recording, or collapsed stacks as async-profiler writes them");

  private final String source;
  private final String described;

  Format(String source, String described) {
    this.source = source;
    this.described = described;
  }

  /** The source of a run that was imported from it. */
  public String source() {
    return source;
  }

  String described() {
    return described;
  }
}
