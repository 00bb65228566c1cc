package dev.gnomon.doctor;

/** How bad a finding is, worst first. */
public enum Severity {
  /** Measurements here fail, or say little. */
  PROBLEM,
  /** Measurements here say less than they could, or cost more time. */
  WARNING,
  /** Good to know; nothing needs to be done. */
  INFO,
  /** Looked at, and as it should be. */
  OK
}
