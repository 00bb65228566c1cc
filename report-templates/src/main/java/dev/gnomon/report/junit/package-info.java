/** An evaluation as JUnit XML, as Jenkins, GitLab and Surefire's consumers read it. */
package dev.gnomon.report.junit;
