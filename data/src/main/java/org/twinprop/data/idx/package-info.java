/**
 * IDX files, the format of MNIST, as DataVec record readers: opened, checked and put side by side.
 */
package org.twinprop.data.idx;
