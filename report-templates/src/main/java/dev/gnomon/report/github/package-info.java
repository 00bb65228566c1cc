/** Annotations of GitHub Actions. */
package dev.gnomon.report.github;
