/**
 * Is a student's backward pass right, and if not, what mistake explains its numbers? Gradients are
 * held against three witnesses; where they differ, the backward pass is computed anew under each
 * known mistake, and the mistakes whose numbers are the student's are named.
 *
 * <p>{@link org.twinprop.trainer.diagnosis.Diagnosis} is the way in.
 */
package org.twinprop.trainer.diagnosis;
