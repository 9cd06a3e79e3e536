/** Cross-validation: every example is predicted once, by networks that did not learn from it. */
package org.twinprop.experiments.folds;
