package io.plimsoll.jobs.cli;

import io.plimsoll.jobs.intake.RowTimestamp;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A timestamp as in the files: epoch milliseconds or ISO-8601. */
final class InstantConverter implements ITypeConverter<Long> {

  @Override
  public Long convert(String text) {
    return RowTimestamp.parse(text)
        .orElseThrow(
            () ->
                new TypeConversionException(
                    '"' + text + "\" is no timestamp; allowed is " + RowTimestamp.ALLOWED));
  }
}
