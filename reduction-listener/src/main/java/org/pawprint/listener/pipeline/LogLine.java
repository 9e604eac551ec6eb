package org.pawprint.listener.pipeline;

/** {@code key=value} pairs on one line; values from outside cannot break it. */
final class LogLine {
  private final StringBuilder text = new StringBuilder(200);

  LogLine with(String key, Object value) {
    String shown = value.toString().replaceAll("[\\p{Cc}\\p{Cs}\\u2028\\u2029]", "?");
    boolean quoted = shown.isEmpty() || shown.matches(".*[\\s\"=].*");
    text.append(text.isEmpty() ? "" : " ").append(key).append('=');
    text.append(quoted ? '"' + shown.replace('"', '\'') + '"' : shown);
    return this;
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
