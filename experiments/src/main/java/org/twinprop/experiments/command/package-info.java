/** The verbs of the command line: their options, and what they say about bad input. */
package org.twinprop.experiments.command;
