package org.twinprop.experiments.training;

/**
 * What is chosen where a person does not choose, on the command line and in experiment files; as
 * text, because both show it.
 */
public final class Defaults {
  /** The form of Adam that DL4J has, so that both networks stay together. */
  public static final String UPDATER = "adam(epsilon-hat=true)";

  public static final String INITIALIZER = "he";
  public static final String LEARNING_RATE = "0.001";
  public static final String SCHEDULE = "cosine";
  public static final String BATCH = "64";
  public static final String SEED = "1";
  public static final String TYPE = "float32";

  private Defaults() {}
}
