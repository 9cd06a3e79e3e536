/** Images of whole checks, in files with what is known of them. */
package org.twinprop.experiments.checks;
