package org.twinprop.data;

/**
 * One file that examples came from, for the provenance of a run.
 *
 * @param name file name without its folder
 * @param bytes size on disk
 * @param sha256 of the file as it lies on disk, 64 hexadecimal digits
 */
public record SourceFile(String name, long bytes, String sha256) {}
