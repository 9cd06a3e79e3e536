/**
 * What Twinprop computes on: the backends, which of them a machine can use and why, and whether the
 * one in use computes right.
 */
package org.twinprop.experiments.doctor;
