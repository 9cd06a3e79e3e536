/**
 * A student's own backpropagation: plain loops over plain numbers, written without a look at the
 * layers, and with a mistake where one is asked for. It shares no code with what is to find it.
 */
package org.twinprop.trainer.diagnosis.student;
