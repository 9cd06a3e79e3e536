/** What a person sees while a verb is at work: lines, tables, progress, the log. */
package org.twinprop.experiments.console;
