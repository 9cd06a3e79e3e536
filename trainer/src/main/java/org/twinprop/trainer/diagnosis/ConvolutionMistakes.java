package org.twinprop.trainer.diagnosis;

import java.util.ArrayList;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.twinprop.layers.convolution.Convolution;
import org.twinprop.layers.primitives.Window;

/** What can go wrong in a convolution on the way down, and in its kernel's gradient. */
final class ConvolutionMistakes {
  private ConvolutionMistakes() {}

  static List<Mistake> of(Step step, Convolution layer, Updates updates) {
    List<Mistake> mistakes = new ArrayList<>();
    INDArray W = step.parameter("W");
    String name = step.where();
    if (layer.window().area() > 1) {
      mistakes.add(
          Mistake.input(
              Code.KERNEL_FLIPPED,
              "the gradient went back through the kernel of " + name + " turned by 180 degrees",
              dy -> loops(step, layer.window()).inputGradient(dy, flipped(W))));
    }
    if (W.size(0) == W.size(1) && W.size(0) > 1) {
      mistakes.add(
          Mistake.input(
              Code.TRANSPOSED,
              "the gradient went back through W of " + name + " with its channels swapped",
              dy -> loops(step, layer.window()).inputGradient(dy, swapped(W))));
    }
    if (layer.window().pad().vertical() + layer.window().pad().horizontal() > 0) {
      mistakes.add(
          Mistake.input(
              Code.PADDING_OFF,
              "the gradient by the input of "
                  + name
                  + " was summed over the places where the window is inside the image alone",
              dy -> {
                ConvolutionLoops loops = loops(step, layer.window());
                return loops.inputGradient(loops.withoutBorder(dy), W);
              }));
    }
    for (WrongWindow wrong : WrongWindow.of(layer.window())) {
      mistakes.add(
          Mistake.input(
              wrong.code(),
              "the gradient by the input of " + name + " was computed " + wrong.text(),
              dy -> loops(step, wrong.window()).inputGradient(dy, W)));
    }
    for (INDArray dW : updates.of("W" + step.suffix())) {
      mistakes.add(
          new Mistake(
              List.of(Code.UPDATED_WEIGHTS),
              Mistake.Reach.FAMILY,
              "the gradient went back through the W of "
                  + name
                  + " that had already been updated (learning rate {constant})",
              dy -> Passed.down(loops(step, layer.window()).inputGradient(dy, W.sub(dW)))));
    }
    return mistakes;
  }

  /** Wrong ways to dW, given dy. */
  static List<LocalMistake> ofKernel(Step step, Convolution layer, INDArray dy, INDArray dW) {
    List<LocalMistake> mistakes = new ArrayList<>();
    if (layer.window().area() > 1) {
      mistakes.add(
          new LocalMistake(
              Code.KERNEL_FLIPPED, "{tensors} came out turned by 180 degrees", flipped(dW)));
    }
    if (dW.size(0) == dW.size(1) && dW.size(0) > 1) {
      mistakes.add(
          new LocalMistake(
              Code.TRANSPOSED, "{tensors} has its input and output channels swapped", swapped(dW)));
    }
    INDArray inner = loops(step, layer.window()).withoutBorder(dy);
    if (!inner.equals(dy)) {
      mistakes.add(
          new LocalMistake(
              Code.PADDING_OFF,
              "{tensors} was summed over the places where the window is inside the image alone",
              loops(step, layer.window()).kernelGradient(step.x(), inner)));
    }
    for (WrongWindow wrong : WrongWindow.of(layer.window())) {
      mistakes.add(
          new LocalMistake(
              wrong.code(),
              "{tensors} was computed " + wrong.text(),
              loops(step, wrong.window()).kernelGradient(step.x(), dy)));
    }
    return mistakes;
  }

  static ConvolutionLoops loops(Step step, Window window) {
    return new ConvolutionLoops(
        step.x().shape(), step.parameter("W").shape(), step.y().shape(), window);
  }

  /** W_kc(h-u)(w-v) in place of W_kcuv. */
  static INDArray flipped(INDArray W) {
    long planes = W.size(0) * W.size(1);
    int area = (int) (W.length() / planes);
    double[] entries = Entries.of(W);
    double[] turned = new double[entries.length];
    for (int i = 0; i < entries.length; i++) {
      int place = i % area;
      turned[i - place + area - 1 - place] = entries[i];
    }
    return Nd4j.create(turned, W.shape(), W.dataType());
  }

  private static INDArray swapped(INDArray W) {
    return W.permute(1, 0, 2, 3).dup('c');
  }
}
