/** Plots as SVG that needs neither style nor script. */
package dev.gnomon.report.chart;
