/** Which frames explain a change, with uncertainty. */
package dev.gnomon.attribution;
