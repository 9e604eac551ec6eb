package org.pawprint.ssa.response;

/** As many long answers as may be are being read now. */
public final class TooManyAnswers extends RuntimeException {
  private static final long serialVersionUID = 1L;
}
