/** Folders of images as examples, one folder for each class. */
package org.twinprop.data.images;
