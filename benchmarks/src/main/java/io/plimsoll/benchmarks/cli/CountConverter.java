package io.plimsoll.benchmarks.cli;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A number of things: digits, with k or m behind them for thousands or millions. */
final class CountConverter implements ITypeConverter<Long> {

  private static final Pattern COUNT = Pattern.compile("([0-9_]{1,12})([km]?)");

  @Override
  public Long convert(String text) {
    Matcher matcher = COUNT.matcher(text.toLowerCase(Locale.ROOT));
    if (!matcher.matches()) {
      throw new TypeConversionException(
          '"' + text + "\" is no count; allowed is a whole number, or one with k or m behind it");
    }
    long digits = Long.parseLong(matcher.group(1).replace("_", ""));
    return switch (matcher.group(2)) {
      case "k" -> digits * 1_000;
      case "m" -> digits * 1_000_000;
      default -> digits;
    };
  }
}
