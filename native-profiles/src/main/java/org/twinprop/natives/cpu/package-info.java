/** ND4J's backend on the processor, with what it lacks for runs of many hours. */
package org.twinprop.natives.cpu;
