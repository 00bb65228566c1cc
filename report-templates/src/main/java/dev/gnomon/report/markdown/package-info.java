/** An evaluation as Markdown: summary.md and the step summary of GitHub Actions. */
package dev.gnomon.report.markdown;
