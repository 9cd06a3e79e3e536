/** Examples made by rules, for what no small collection of real ones shows as clearly. */
package org.twinprop.data.made;
