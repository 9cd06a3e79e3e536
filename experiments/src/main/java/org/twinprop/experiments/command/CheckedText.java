package org.twinprop.experiments.command;

import java.util.function.Consumer;
import org.twinprop.layers.text.Catalogue;
import org.twinprop.layers.text.NetworkText;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A text that is read at once, so that the message about a mistake in it names the option. */
abstract class CheckedText implements ITypeConverter<String> {
  private final Consumer<String> reader;

  private CheckedText(Consumer<String> reader) {
    this.reader = reader;
  }

  static final class Network extends CheckedText {
    Network() {
      super(NetworkText::parse);
    }
  }

  static final class Updater extends CheckedText {
    Updater() {
      super(text -> NetworkText.parseOne(text, "updater", Catalogue.updaters()));
    }
  }

  static final class Initializer extends CheckedText {
    Initializer() {
      super(text -> NetworkText.parseOne(text, "initializer", Catalogue.initializers()));
    }
  }

  static final class Schedule extends CheckedText {
    Schedule() {
      super(NetworkText::parseSchedule);
    }
  }

  @Override
  public String convert(String text) {
    try {
      reader.accept(text);
      return text;
    } catch (IllegalArgumentException e) {
      throw new TypeConversionException(e.getMessage());
    }
  }
}
