/** Sampled stacks as values. */
package dev.gnomon.profile;
