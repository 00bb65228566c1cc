/** What the goals do once their configuration is read: measure, judge, keep, and say so. */
package dev.gnomon.maven.goal;
