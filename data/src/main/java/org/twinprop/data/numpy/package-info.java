/**
 * NumPy's files: {@code .npz} archives of {@code .npy} arrays, read as files from a stranger and
 * written so that NumPy 1 and 2 open them.
 *
 * <p>Format: NumPy enhancement proposal 1, "A simple file format for NumPy arrays", and the module
 * {@code numpy.lib.format}.
 */
package org.twinprop.data.numpy;
