/**
 * Tables as examples: a CSV file, what its columns are, and how they become numbers by DataVec's
 * {@code Schema} and {@code TransformProcess}, fitted to training rows alone.
 */
package org.twinprop.data.table;
