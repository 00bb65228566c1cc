/** How right the gate is on recorded forks, and how such figures are printed and kept. */
package dev.gnomon.calibration;
