/** How figures that the guide quotes are printed and kept. */
package dev.gnomon.calibration;
