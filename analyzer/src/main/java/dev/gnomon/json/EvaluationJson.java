package dev.gnomon.json;

import dev.gnomon.evaluation.Evaluation;
import java.io.InputStream;

/** An evaluation as JSON, schema {@value #SCHEMA}, described in {@code docs/files.md}. */
@SuppressWarnings("DoNotCallSuggester") // being built
public final class EvaluationJson {
  /** Name and version of the format. */
  public static final String SCHEMA = "gnomon-evaluation/1";

  private EvaluationJson() {}

  /** Writes an evaluation as JSON in ASCII; the same evaluation gives the same bytes. */
  public static byte[] encode(Evaluation evaluation) {
    throw new UnsupportedOperationException("not there yet: " + evaluation.decision());
  }

  /**
   * Reads an evaluation, plain or gzipped.
   *
   * @param in untrusted bytes; read to their end, not closed
   * @param name what messages call the source, usually the path of the file
   * @throws dev.gnomon.problem.ProblemException {@code evaluation-file-unreadable}
   */
  public static Evaluation decode(InputStream in, String name) {
    throw new UnsupportedOperationException("not there yet: " + name);
  }
}
