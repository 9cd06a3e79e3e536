/** ND4J's backend on NVIDIA's GPUs, with what it lacks for runs of many hours. */
package org.twinprop.natives.cuda;
