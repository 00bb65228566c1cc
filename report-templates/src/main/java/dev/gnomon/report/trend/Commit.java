package dev.gnomon.report.trend;

import java.util.Objects;

/**
 * A commit as a page shows it.
 *
 * @param id its hexadecimal id
 * @param author who wrote it, untrusted text
 * @param subject first line of its message, untrusted text
 */
public record Commit(String id, String author, String subject) {
  public Commit {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(author, "author");
    Objects.requireNonNull(subject, "subject");
  }
}
