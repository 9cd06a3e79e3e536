/** What a person runs: the command line starts here. */
package org.twinprop.experiments;
