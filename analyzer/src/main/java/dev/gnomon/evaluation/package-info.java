/** The top of the middle: one function from runs and policy to one record. */
package dev.gnomon.evaluation;
