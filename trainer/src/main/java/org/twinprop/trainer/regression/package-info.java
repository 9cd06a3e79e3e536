/** Linear regression by gradient descent, held against the closed form. */
package org.twinprop.trainer.regression;
