package org.twinprop.data.pen;

/**
 * Where the ink of a 28 x 28 image is: the rectangle around it and its centre of mass, in pixels.
 */
record InkBox(int width, int height, int darkest, double massX, double massY) {
  static InkBox of(byte[] image) {
    int left = 28;
    int right = -1;
    int top = 28;
    int bottom = -1;
    int darkest = 0;
    double mass = 0;
    double momentX = 0;
    double momentY = 0;
    for (int pixel = 0; pixel < image.length; pixel++) {
      int ink = image[pixel] & 0xff;
      int x = pixel % 28;
      int y = pixel / 28;
      if (ink > 0) {
        left = Math.min(left, x);
        right = Math.max(right, x);
        top = Math.min(top, y);
        bottom = Math.max(bottom, y);
      }
      darkest = Math.max(darkest, ink);
      mass += ink;
      momentX += ink * (double) x;
      momentY += ink * (double) y;
    }
    return new InkBox(right - left + 1, bottom - top + 1, darkest, momentX / mass, momentY / mass);
  }
}
