/**
 * What a benchmark has done, each contestant in a process of its own: the processes idle between
 * their turns, and the memory of one is not that of another.
 */
package org.twinprop.experiments.bench.work;
