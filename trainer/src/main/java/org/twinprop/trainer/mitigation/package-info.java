/** What can be done for groups that a network fails: weights, drawing again, thresholds. */
package org.twinprop.trainer.mitigation;
