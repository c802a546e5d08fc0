package io.plimsoll.jobs.cli;

import io.plimsoll.jobs.feed.Speed;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A speed: so many times real time, or max. */
final class SpeedConverter implements ITypeConverter<Speed> {

  @Override
  public Speed convert(String text) {
    return Speed.parse(text)
        .orElseThrow(
            () ->
                new TypeConversionException(
                    '"' + text + "\" is no speed; allowed is " + Speed.ALLOWED));
  }
}
