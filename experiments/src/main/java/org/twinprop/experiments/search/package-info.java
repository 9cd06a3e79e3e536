/** {@code twinprop search}: experiment files with spaces in them, and what a search leaves. */
package org.twinprop.experiments.search;
