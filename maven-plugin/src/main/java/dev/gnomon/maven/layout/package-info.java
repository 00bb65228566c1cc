/** Where a module keeps its benchmarks, and the class path that they run on. */
package dev.gnomon.maven.layout;
