package io.plimsoll.jobs.cli;

import io.plimsoll.jobs.parameters.ParameterDuration;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A duration as in the parameters: a number and a unit, or 0. */
public final class DurationConverter implements ITypeConverter<Long> {

  @Override
  public Long convert(String text) {
    return ParameterDuration.parse(text)
        .orElseThrow(
            () ->
                new TypeConversionException(
                    '"' + text + "\" is no duration; allowed is " + ParameterDuration.ALLOWED));
  }
}
