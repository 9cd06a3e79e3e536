/** The verb {@code audit}: whom any predictions fail. */
package org.twinprop.experiments.audit;
