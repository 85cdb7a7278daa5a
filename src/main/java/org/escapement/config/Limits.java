package org.escapement.config;

/**
 * How much a reading may take, so that no text, hostile or broken, exhausts the machine.
 *
 * @param fileBytes of one file
 * @param totalChars of all files together, each inclusion counted
 * @param includeDepth files open at once
 * @param conditionDepth conditions of the preprocessor open at once in a file
 * @param blockDepth braces open at once in a route
 * @param tokens kept outside of routes
 * @param expandedChars made from defines, each use counted
 * @param stringChars of a string after substitution
 * @param matchSteps characters looked at by regular expressions
 * @param problems reported before reading ends
 */
record Limits(
    int fileBytes,
    long totalChars,
    int includeDepth,
    int conditionDepth,
    int blockDepth,
    int tokens,
    long expandedChars,
    int stringChars,
    long matchSteps,
    int problems) {

  static final Limits USUAL =
      new Limits(10 << 20, 64L << 20, 16, 64, 1000, 250_000, 2L << 20, 1 << 20, 20_000_000L, 100);
}
