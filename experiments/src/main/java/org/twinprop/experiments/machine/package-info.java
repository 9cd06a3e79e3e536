/**
 * What a computer has, read without loading ND4J: processor, memory, and GPUs as their driver tells
 * of them.
 */
package org.twinprop.experiments.machine;
