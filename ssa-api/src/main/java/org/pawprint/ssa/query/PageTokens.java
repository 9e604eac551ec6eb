package org.pawprint.ssa.query;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.pawprint.core.dali.ParameterFaults;
import org.pawprint.core.identifier.Sha256;
import org.pawprint.core.votable.Info;
import org.pawprint.store.search.Moment;
import org.pawprint.store.search.PageStart;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Where the next page of a listing begins, as a client carries it from one answer to the next
 * request. A token holds all that is needed, so the service remembers nothing and a token does not
 * expire. It is sealed (AES-GCM): what it tells of the catalogue as a whole is nobody's business,
 * and nobody can make one.
 */
@Component
public final class PageTokens {
  private static final String FORM = "the value of INFO NEXT_PAGE of the page before";
  private static final String CIPHER = "AES/GCM/NoPadding";
  private static final int LONGEST = 4000;
  private static final int IV_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final int KEY_BYTES = 16;
  private static final int DIGEST_DIGITS = 16;
  private static final int PARTS = 6;

  private final SecretKeySpec key;
  private final SecureRandom random = new SecureRandom();

  /**
   * @param secret that all instances of the service share and that outlives them: the password of
   *     the database
   */
  PageTokens(@Value("${spring.datasource.password:}") String secret) {
    String digest = Sha256.of(("pages " + secret).getBytes(StandardCharsets.UTF_8)).hex();
    this.key = new SecretKeySpec(HexFormat.of().parseHex(digest), 0, KEY_BYTES, "AES");
  }

  /** Digest of what decides which rows a search finds, and their order. */
  static String digest(Protocol protocol, List<Info> constraints) {
    String all =
        constraints.stream()
            .map(info -> info.name() + "=" + info.value())
            .sorted()
            .collect(Collectors.joining("\n", protocol + "\n", ""));
    return Sha256.of(all.getBytes(StandardCharsets.UTF_8)).hex().substring(0, DIGEST_DIGITS);
  }

  /**
   * @param constraints digest of the constraints of the search
   */
  public String text(PageStart start, String constraints) {
    Moment moment = start.moment();
    String parts =
        String.join(
            ";",
            constraints,
            moment.at().toString(),
            moment.snapshot(),
            Long.toString(moment.lastSpectrum()),
            Long.toHexString(Double.doubleToLongBits(start.chordSquared())),
            Long.toString(start.spectrumId()));
    byte[] iv = new byte[IV_BYTES];
    random.nextBytes(iv);
    try {
      byte[] sealed =
          cipher(Cipher.ENCRYPT_MODE, iv).doFinal(parts.getBytes(StandardCharsets.UTF_8));
      byte[] token = ByteBuffer.allocate(IV_BYTES + sealed.length).put(iv).put(sealed).array();
      return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a token cannot be sealed", e);
    }
  }

  /**
   * @throws ParameterFaults for a text that no answer ever gave, and for one of another search
   */
  PageStart parse(String text, String constraints) {
    String[] parts = open(text.strip()).split(";", -1);
    if (parts.length != PARTS) {
      throw fault(text);
    }
    if (!parts[0].equals(constraints)) {
      throw ParameterFaults.of(
          SsaParameter.PAGE.name(),
          text,
          FORM + " with the same constraints; this one is of another search");
    }
    try {
      return new PageStart(
          new Moment(Instant.parse(parts[1]), parts[2], Long.parseLong(parts[3])),
          Double.longBitsToDouble(Long.parseUnsignedLong(parts[4], 16)),
          Long.parseLong(parts[5]));
    } catch (IllegalArgumentException | DateTimeException e) {
      throw fault(text);
    }
  }

  private String open(String text) {
    if (text.length() > LONGEST) {
      throw fault(text);
    }
    try {
      ByteBuffer token = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
      if (token.remaining() < IV_BYTES + TAG_BITS / Byte.SIZE) {
        throw fault(text);
      }
      byte[] iv = new byte[IV_BYTES];
      token.get(iv);
      byte[] sealed = new byte[token.remaining()];
      token.get(sealed);
      return new String(cipher(Cipher.DECRYPT_MODE, iv).doFinal(sealed), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException | GeneralSecurityException e) {
      throw fault(text);
    }
  }

  private Cipher cipher(int mode, byte[] iv) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance(CIPHER);
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, iv));
    return cipher;
  }

  private static ParameterFaults fault(String text) {
    return ParameterFaults.of(SsaParameter.PAGE.name(), text, FORM);
  }
}
