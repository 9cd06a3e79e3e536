/** How often a network is wrong, for whom, and how sure that is. */
package org.twinprop.trainer.evaluation;
