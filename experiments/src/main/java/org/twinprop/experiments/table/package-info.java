/** Tables of predictions from anywhere, read row by row. */
package org.twinprop.experiments.table;
