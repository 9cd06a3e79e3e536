/** Which of ND4J's native builds suits the machine at hand. */
package org.twinprop.natives;
