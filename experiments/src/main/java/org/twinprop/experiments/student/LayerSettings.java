package org.twinprop.experiments.student;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What a student's layer is to be held against.
 *
 * @param subject a {@code .java} file or a {@code .jar}
 * @param className of the layer; empty to take the one there is
 * @param like our layer, as {@code dense(32)}; empty to check the layer against itself alone
 * @param batch examples and the shape of one, as {@code 8x10}; empty for one that the layer of
 *     {@code like} takes
 * @param seconds how long each step of the student's code may take
 * @param seed of all numbers
 */
public record LayerSettings(
    Path subject,
    Optional<String> className,
    Optional<String> like,
    Optional<String> batch,
    double seconds,
    long seed) {}
