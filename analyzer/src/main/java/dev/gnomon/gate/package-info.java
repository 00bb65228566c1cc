/** Policy, verdicts and the one decision about the build. */
package dev.gnomon.gate;
