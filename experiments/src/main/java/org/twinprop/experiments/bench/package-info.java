/** How fast it is: hand-written networks and DL4J's, measured in turns on the same work. */
package org.twinprop.experiments.bench;
