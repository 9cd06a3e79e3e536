/** Scripts that lack nothing but a student's backward pass. */
package org.twinprop.experiments.verify.template;
