package io.plimsoll.jobs.cli;

import io.plimsoll.jobs.intake.Timestamps;
import java.util.OptionalLong;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A timestamp as in the files: epoch milliseconds or ISO-8601. */
final class InstantConverter implements ITypeConverter<Long> {

  @Override
  public Long convert(String text) {
    OptionalLong millis = Timestamps.read(text);
    if (millis.isEmpty()) {
      throw new TypeConversionException(
          '"' + text + "\" is no timestamp; allowed is " + Timestamps.ALLOWED);
    }
    return millis.getAsLong();
  }
}
