/** What the surrounding build tells: its modules, class paths, JDK and shared state. */
package dev.gnomon.maven.build;
