/**
 * Compiles the kernels of cuda-ptx's library for one GPU architecture ahead of time, with CUDA's
 * own tools, so that its driver need not.
 */
package org.twinprop.experiments.doctor.kernels;
