/** Recordings of the JVM's flight recorder and of async-profiler, read as profiles. */
package dev.gnomon.profile.jfr;
