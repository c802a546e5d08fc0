package io.plimsoll.jobs.cli;

import io.plimsoll.jobs.chaos.Fault;
import java.util.Arrays;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A kind of fault, by the name that people write. */
final class FaultConverter implements ITypeConverter<Fault> {

  @Override
  public Fault convert(String text) {
    return Arrays.stream(Fault.values())
        .filter(fault -> fault.toString().equals(text))
        .findFirst()
        .orElseThrow(
            () ->
                new TypeConversionException(
                    '"'
                        + text
                        + "\" is no fault; allowed are "
                        + Arrays.stream(Fault.values())
                            .map(Fault::toString)
                            .collect(Collectors.joining(", "))));
  }
}
