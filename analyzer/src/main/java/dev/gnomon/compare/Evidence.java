package dev.gnomon.compare;

/**
 * How sure a change is.
 *
 * @param pWorse one-sided p value of "not worse"
 * @param pBetter one-sided p value of "not better"
 * @param standardError standard error of the log ratio
 * @param degreesOfFreedom degrees of freedom of the test
 * @param minimumDetectable smallest relative worsening that this comparison would have found with
 *     probability 0.8: 0.04 is four percent
 * @param forksToDecide forks per side that would decide at the threshold; at least 3
 */
public record Evidence(
    double pWorse,
    double pBetter,
    double standardError,
    double degreesOfFreedom,
    double minimumDetectable,
    int forksToDecide) {}
