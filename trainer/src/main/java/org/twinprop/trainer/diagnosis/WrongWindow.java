package org.twinprop.trainer.diagnosis;

import java.util.ArrayList;
import java.util.List;
import org.twinprop.layers.primitives.Window;
import org.twinprop.layers.primitives.Window.Pair;

/**
 * A window as a student may have moved it by mistake.
 *
 * @param code of the mistake
 * @param text what is wrong with it
 */
record WrongWindow(Code code, String text, Window window) {
  private static final Pair ONE = new Pair(1, 1);

  /** All that differ from the right one. */
  static List<WrongWindow> of(Window right) {
    List<WrongWindow> wrong = new ArrayList<>();
    Pair pad = right.pad();
    for (int by : new int[] {-pad.vertical(), -1, 1, pad.vertical()}) {
      Pair moved = new Pair(pad.vertical() + by, pad.horizontal() + by);
      boolean zero = by == -pad.vertical();
      Pair pads = zero ? new Pair(0, 0) : moved;
      wrong.add(
          new WrongWindow(
              Code.PADDING_OFF,
              "as if the padding were %s, not %s".formatted(pads, pad),
              new Window(right.kernel(), right.stride(), pads, right.dilation())));
    }
    wrong.add(
        new WrongWindow(
            Code.STRIDE_IGNORED,
            "as if the stride were 1, not " + right.stride(),
            new Window(right.kernel(), ONE, pad, right.dilation())));
    wrong.add(
        new WrongWindow(
            Code.DILATION_IGNORED,
            "as if the dilation were 1, not " + right.dilation(),
            new Window(right.kernel(), right.stride(), pad, ONE)));
    wrong.removeIf(one -> one.window().equals(right));
    return wrong.stream().distinct().toList();
  }
}
