/**
 * What a student saved, read as a file from a stranger: complete, of the right shapes, finite, or
 * refused in one line that says how to mend it.
 */
package org.twinprop.trainer.submission;
