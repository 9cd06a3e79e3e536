package org.twinprop.experiments.student;

import java.util.List;

/**
 * What the process of the student's code is to do.
 *
 * @param subject a {@code .java} file or a {@code .jar}
 * @param className of the layer; null to take the one there is
 * @param arguments for its constructor, as a network text has them; one without is taken too
 * @param input the shape of one example, as {@code 3x28x28}
 * @param examples how many the batch has
 * @param indices if above 0, x holds whole numbers below this
 * @param mask whether the layer is given a fixed dropout mask, and the share dropped; NaN if not
 * @param seed of x, parameters and dy
 * @param seconds how long each step may take
 */
record Assignment(
    String subject,
    String className,
    List<String> arguments,
    String input,
    int examples,
    int indices,
    double mask,
    long seed,
    double seconds) {}
