package org.pawprint.core.dali;

/**
 * What is wrong with one parameter.
 *
 * @param received the text that came, kept to 100 characters
 * @param expected what would be right, as it follows "expected"
 */
public record ParameterFault(String parameter, String received, String expected) {
  private static final int SHOWN = 100;

  public ParameterFault {
    parameter = cut(parameter);
    received = cut(received);
  }

  /** One sentence for people. */
  public String message() {
    return "%s: '%s' received, expected %s".formatted(parameter, received, expected);
  }

  private static String cut(String text) {
    if (text.length() <= SHOWN || (text.length() == SHOWN + 1 && text.endsWith("…"))) {
      return text;
    }
    boolean splitsPair = Character.isHighSurrogate(text.charAt(SHOWN - 1));
    return text.substring(0, splitsPair ? SHOWN - 1 : SHOWN) + "…";
  }
}
