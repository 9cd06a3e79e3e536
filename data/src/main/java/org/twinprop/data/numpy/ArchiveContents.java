package org.twinprop.data.numpy;

import java.util.Map;
import java.util.Set;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.twinprop.data.BadInput;

/**
 * What an archive holds, for those who need only some of it.
 *
 * @param arrays of numbers by name, in the file's order
 * @param refused why an array cannot be read, by name: a type that holds no numbers, pickled
 *     objects, fewer bytes than its shape needs
 * @param halves the names of the arrays that are float16 in the file
 */
public record ArchiveContents(
    Map<String, INDArray> arrays, Map<String, BadInput> refused, Set<String> halves) {}
