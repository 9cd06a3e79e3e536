package org.twinprop.trainer.twin;

import org.deeplearning4j.nn.conf.RNNFormat;
import org.deeplearning4j.nn.conf.graph.PreprocessorVertex;
import org.deeplearning4j.nn.conf.graph.rnn.LastTimeStepVertex;
import org.deeplearning4j.nn.conf.layers.BaseRecurrentLayer;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.recurrent.SimpleRnn;
import org.deeplearning4j.nn.conf.preprocessor.FeedForwardToRnnPreProcessor;
import org.deeplearning4j.nn.conf.preprocessor.RnnToFeedForwardPreProcessor;
import org.deeplearning4j.nn.params.LSTMParamInitializer;
import org.deeplearning4j.nn.params.SimpleRnnParamInitializer;
import org.nd4j.linalg.activations.impl.ActivationTanH;
import org.twinprop.layers.recurrent.LastStep;
import org.twinprop.layers.recurrent.Lstm;
import org.twinprop.layers.recurrent.Rnn;

/** Layers over time steps. DL4J takes sequences as [examples, steps, features] too, if told. */
final class RecurrentTwins {
  static final LayerTwin<Rnn> RNN = new LayerTwin<>(Rnn.class, RecurrentTwins::write);
  static final LayerTwin<Lstm> LSTM = new LayerTwin<>(Lstm.class, RecurrentTwins::write);
  static final LayerTwin<LastStep> LAST_STEP =
      new LayerTwin<>(LastStep.class, RecurrentTwins::write);

  private RecurrentTwins() {}

  private static void write(Rnn rnn, Place place) {
    place.layer(settings(new SimpleRnn.Builder(), rnn.outputs(), place).build());
    place.link("Wx", SimpleRnnParamInitializer.WEIGHT_KEY, ParameterLayout.SAME);
    place.link("Wh", SimpleRnnParamInitializer.RECURRENT_WEIGHT_KEY, ParameterLayout.SAME);
    place.link("b", SimpleRnnParamInitializer.BIAS_KEY, ParameterLayout.SAME);
  }

  private static void write(Lstm lstm, Place place) {
    place.layer(settings(new LSTM.Builder(), lstm.outputs(), place).build());
    place.link("Wx", LSTMParamInitializer.INPUT_WEIGHT_KEY, GateLayout.OF_LSTM);
    place.link("Wh", LSTMParamInitializer.RECURRENT_WEIGHT_KEY, GateLayout.OF_LSTM);
    place.link("b", LSTMParamInitializer.BIAS_KEY, GateLayout.OF_LSTM);
  }

  private static <B extends BaseRecurrentLayer.Builder<B>> B settings(
      B layer, int outputs, Place place) {
    return layer
        .nIn(place.input().size(1))
        .nOut(outputs)
        .activation(new ActivationTanH())
        .dataFormat(RNNFormat.NWC);
  }

  /** DL4J's vertex takes the last entry of the last dimension: the steps must go there first. */
  private static void write(LastStep lastStep, Place place) {
    place.vertex("rows", new PreprocessorVertex(new RnnToFeedForwardPreProcessor(RNNFormat.NWC)));
    place.vertex(
        "steps last", new PreprocessorVertex(new FeedForwardToRnnPreProcessor(RNNFormat.NCW)));
    place.vertex(new LastTimeStepVertex(Plan.INPUT));
  }
}
