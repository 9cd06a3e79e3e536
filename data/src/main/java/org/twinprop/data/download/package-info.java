/** Public data files, fetched into the user's cache folder and checked. */
package org.twinprop.data.download;
