/** The experiment {@code checks}: classify the digits of check amounts. */
package org.twinprop.experiments.checks;
