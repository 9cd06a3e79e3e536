/** Learning curves over the number of examples and the size of the network: bias and variance. */
package org.twinprop.experiments.curves;
