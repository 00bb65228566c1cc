/** Shows on the sample project that the gate passes unchanged code and finds a planted slowdown. */
package dev.gnomon.demo;
