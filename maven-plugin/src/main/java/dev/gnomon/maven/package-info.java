/** The goals: each converts its configuration to values, calls, and translates failure. */
package dev.gnomon.maven;
