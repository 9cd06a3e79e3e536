package org.twinprop.experiments.folder;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;

/** Writes NaN and infinities, which JSON does not have, as null. */
final class FiniteNumbers extends SimpleModule {
  private static final long serialVersionUID = 1L;

  FiniteNumbers() {
    addSerializer(Double.class, new OrNull());
    addSerializer(double.class, new OrNull());
  }

  private static final class OrNull extends StdSerializer<Double> {
    private static final long serialVersionUID = 1L;

    OrNull() {
      super(Double.class);
    }

    @Override
    public void serialize(Double value, JsonGenerator generator, SerializerProvider provider)
        throws IOException {
      if (Double.isFinite(value)) {
        generator.writeNumber(value);
      } else {
        generator.writeNull();
      }
    }
  }
}
