package org.pawprint.core.votable.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pawprint.core.fits.UnreadableFits;

class VoTableFileTest {
  private static final String HEAD =
      "<VOTABLE version='1.4' xmlns='http://www.ivoa.net/xml/VOTable/v1.3'><RESOURCE>"
          + "<PARAM name='outer' datatype='char' arraysize='*' value='o'/><TABLE utype='spec:Spectrum'>"
          + "<GROUP><PARAM name='inner' datatype='float' unit='s' value='1.5'/></GROUP>";
  private static final String FIELDS =
      "<FIELD name='i' datatype='short'><VALUES null='-9'/></FIELD>"
          + "<FIELD name='t' datatype='char' arraysize='3'/>"
          + "<FIELD name='d' datatype='double' arraysize='*' unit='nm'/>";
  private static final String NOTHING = "<FIELD name='n' datatype='double' arraysize='0'/>";
  private static final String TAIL = "</TABLE></RESOURCE></VOTABLE>";

  private static VoTableFile read(String xml) {
    return read(xml, VoTableLimits.DEFAULT);
  }

  private static VoTableFile read(String xml, VoTableLimits limits) {
    try {
      return VoTableFile.read(
          new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)), "test.xml", limits);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static String rows(String rows) {
    return HEAD + FIELDS + "<DATA><TABLEDATA>" + rows + "</TABLEDATA></DATA>" + TAIL;
  }

  private static ReadTable texts(String data) {
    String fields =
        "<FIELD name='n' datatype='double'/><FIELD name='fixed' datatype='char' arraysize='4'/>"
            + "<FIELD name='wide' datatype='unicodeChar' arraysize='*'/>"
            + "<FIELD name='other' datatype='char' arraysize='*'/>";
    String xml = HEAD + fields + "<DATA>" + data + "</DATA>" + TAIL;
    try {
      return VoTableFile.readTexts(
              new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)),
              "test.xml",
              VoTableLimits.DEFAULT,
              field -> !field.name().equals("other"))
          .tables()
          .get(0);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static void assertTexts(ReadTable table) {
    assertThat(table.rows()).isEqualTo(2);
    assertThat(table.texts(1)).containsExactly("ab", "");
    assertThat(table.texts(2)).containsExactly("Åx", "y");
    assertThat(table.texts(3)).isEmpty();
    assertThat(table.texts(0)).isEmpty();
    assertThat(table.numbers(0)).isEmpty();
  }

  @Test
  void keepsTheTextsOfChosenColumnsOnly() {
    assertTexts(
        texts(
            "<TABLEDATA><TR><TD>1</TD><TD>ab </TD><TD>Åx</TD><TD>no</TD></TR>"
                + "<TR><TD/><TD/><TD> y</TD><TD>no</TD></TR></TABLEDATA>"));
  }

  /** VOTable 1.4, 5.3 and 5.4: fixed texts are filled with NUL, others have their length before. */
  @ParameterizedTest
  @CsvSource({"BINARY", "BINARY2"})
  void keepsTextsOfBinaryStreams(String kind) {
    boolean flagged = kind.equals("BINARY2");
    ByteBuffer rows = ByteBuffer.allocate(100);
    rows.put(flagged ? new byte[] {0} : new byte[0]).putDouble(1);
    rows.put(new byte[] {'a', 'b', 0, 0})
        .putInt(2)
        .putChar('Å')
        .putChar('x')
        .putInt(1)
        .put((byte) 'n');
    // Bit 1 from the left is the second field's.
    rows.put(flagged ? new byte[] {0x40} : new byte[0]).putDouble(2);
    rows.put(flagged ? new byte[] {'j', 'u', 'n', 'k'} : new byte[4]);
    rows.putInt(1).putChar('y').putInt(0);
    byte[] bytes = Arrays.copyOf(rows.array(), rows.position());

    assertTexts(
        texts(
            "<%1$s><STREAM encoding='base64'>%2$s</STREAM></%1$s>"
                .formatted(kind, Base64.getEncoder().encodeToString(bytes))));
  }

  @Test
  void readsNumbersArraysAndNulls() {
    ReadTable table =
        read(rows(
                "<TR><TD>7</TD><TD>abc</TD><TD>1 2.5 NaN</TD></TR>"
                    + "<TR><TD>-9</TD><TD/><TD/></TR><TR><TD>0x1F</TD><TD>x</TD><TD>-Inf</TD></TR>"))
            .tables()
            .get(0);

    assertThat(table.rows()).isEqualTo(3);
    assertThat(table.numbers(0)).containsExactly(7, Double.NaN, 31);
    assertThat(table.numbers(1)).isEmpty();
    assertThat(table.numbers(2))
        .containsExactly(1, 2.5, Double.NaN, Double.NaN, Double.NEGATIVE_INFINITY);
    assertThat(table.utype()).isEqualTo("spec:Spectrum");
    assertThat(table.fields().get(2).unit()).isEqualTo("nm");
    assertThat(table.params().stream().map(ReadField::name)).containsExactly("inner", "outer");
  }

  /** Bytes by hand: 7, "abc", one double 1.0; -9, "xyz", none. */
  @Test
  void readsBinary() {
    // 00 07 61 62 63 00000001 3ff0000000000000 | ff f7 78 79 7a 00000000
    String stream = "AAdhYmMAAAABP/AAAAAAAAD/93h5egAAAAA=";

    ReadTable table = read(binary("BINARY", stream)).tables().get(0);

    assertThat(table.rows()).isEqualTo(2);
    assertThat(table.numbers(0)).containsExactly(7, Double.NaN);
    assertThat(table.numbers(2)).containsExactly(1);
  }

  /** As above, each row after a byte of null flags: none, then the first field. */
  @Test
  void readsBinary2WithItsNullFlags() {
    // 00 0007 616263 00000001 3ff0000000000000 | 80 0003 78797a 00000000
    String stream = "AAAHYWJjAAAAAT/wAAAAAAAAgAADeHl6AAAAAA==";

    ReadTable table = read(binary("BINARY2", stream)).tables().get(0);

    assertThat(table.numbers(0)).containsExactly(7, Double.NaN);
    assertThat(table.numbers(2)).containsExactly(1);
  }

  private static String binary(String form, String stream) {
    return HEAD
        + FIELDS
        + "<DATA><%s><STREAM encoding='base64'>%s</STREAM></%s></DATA>"
            .formatted(form, stream, form)
        + TAIL;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<TR><TD>7</TD></TR>|TR: found 1 cells, expected 3 TD in row 1",
        "<TR><TD>seven</TD><TD/><TD/></TR>|i: found 'seven', expected a number in row 1",
        "<TR><TD>7</TD><TD/><TD/><TD/></TR>|TR: found TD, expected 3 TD in row 1",
        "<TR><TD>7</TD>|broken XML at line 1",
        "<TR><TD>&undefined;</TD><TD/><TD/></TR>|test.xml: "
      })
  void refusesBrokenRows(String rows, String message) {
    assertThatThrownBy(() -> read(rows(rows)))
        .isInstanceOf(UnreadableFits.class)
        .hasMessageContaining(message);
  }

  @ParameterizedTest
  @CsvSource({
    "AAdhYmMAAAABP/AA, an end within row 1",
    "AAdhYmP/////, an array of -1 elements",
  })
  void refusesBrokenStreams(String stream, String message) {
    assertThatThrownBy(() -> read(binary("BINARY", stream)))
        .isInstanceOf(UnreadableFits.class)
        .hasMessageContaining(message);
  }

  @Test
  void doesNotFetchAStreamFromElsewhere() {
    String xml =
        binary("BINARY", "").replace("encoding='base64'", "encoding='base64' href='http://a/b'");

    assertThatThrownBy(() -> read(xml))
        .isInstanceOf(UnreadableFits.class)
        .hasMessageContaining("href='http://a/b'");
  }

  @Test
  void refusesWhatIsNoVoTable() {
    assertThatThrownBy(() -> read("<html/>"))
        .isInstanceOf(UnreadableFits.class)
        .hasMessage("test.xml: found an element html, expected VOTABLE");
    assertThatThrownBy(() -> read("<VOTABLE")).isInstanceOf(UnreadableFits.class);
    assertThatThrownBy(() -> read("")).isInstanceOf(UnreadableFits.class);
  }

  /** A parser keeps each of these whole. */
  @ParameterizedTest
  @ValueSource(strings = {"<VOTABLE x='", "<VOTABLE><!-- > ", "<VOTABLE><?p ", "<![CDATA["})
  void refusesMarkupWithoutEnd(String start) {
    String xml = start + " > ".repeat(start.contains("!") ? 1 << 19 : 0) + "y".repeat(1 << 20);

    assertThatThrownBy(() -> read(xml, new VoTableLimits(64 << 20, 100, 100)))
        .isInstanceOf(UnreadableFits.class);
  }

  @Test
  void keepsWithinItsLimits() {
    String xml = rows("<TR><TD>7</TD><TD/><TD>1 2 3 4</TD></TR>");

    assertThatThrownBy(() -> read(xml, new VoTableLimits(1 << 20, 4, 100)))
        .isInstanceOf(UnreadableFits.class)
        .hasMessageContaining("more than 4 numbers");
    assertThatThrownBy(() -> read(xml, new VoTableLimits(200, 100, 100)))
        .isInstanceOf(UnreadableFits.class)
        .hasMessageContaining("more than 200 bytes");
    assertThatThrownBy(() -> read(xml, new VoTableLimits(1 << 20, 100, 2)))
        .isInstanceOf(UnreadableFits.class)
        .hasMessageContaining("more than 2");
  }

  @Test
  void expandsNoEntities() {
    StringBuilder bomb = new StringBuilder("<!DOCTYPE VOTABLE [<!ENTITY a 'aaaaaaaaaa'>");
    for (char c = 'b'; c <= 'j'; c++) {
      char before = (char) (c - 1);
      bomb.append("<!ENTITY ").append(c).append(" '");
      bomb.append(("&" + before + ";").repeat(10)).append("'>");
    }

    String xml = bomb + "]>" + rows("<TR><TD>7</TD><TD>&j;</TD><TD/></TR>");

    assertThatThrownBy(() -> read(xml)).isInstanceOf(UnreadableFits.class);
  }

  /** A document type, an entity and a parameter entity of a server that counts who comes. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!DOCTYPE VOTABLE SYSTEM '%s'>",
        "<!DOCTYPE VOTABLE PUBLIC '-//x//y' '%s'>",
        "<!DOCTYPE VOTABLE [<!ENTITY x SYSTEM '%s'>]>",
        "<!DOCTYPE VOTABLE [<!ENTITY %% x SYSTEM '%s'> %%x;]>"
      })
  void fetchesNothingFromElsewhere(String type) throws IOException {
    AtomicInteger came = new AtomicInteger();
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          came.incrementAndGet();
          exchange.sendResponseHeaders(404, -1);
          exchange.close();
        });
    server.start();
    try {
      String address = "http://127.0.0.1:" + server.getAddress().getPort() + "/x.dtd";
      VoTableFile read = read(type.formatted(address) + rows("<TR><TD>7</TD><TD/><TD/></TR>"));

      assertThat(read.tables().get(0).rows()).isEqualTo(1);
      assertThatThrownBy(
              () -> read(type.formatted(address) + rows("<TR><TD>7</TD><TD>&x;</TD><TD/></TR>")))
          .isInstanceOf(UnreadableFits.class);
      assertThat(came).hasValue(0);
    } finally {
      server.stop(0);
    }
  }

  /** A row of no bytes would never come to an end of the stream. */
  @Test
  void refusesRowsOfNoBytes() {
    String xml = binary("BINARY", "AAAA").replace(FIELDS, NOTHING);

    assertThatThrownBy(() -> read(xml))
        .isInstanceOf(UnreadableFits.class)
        .hasMessageContaining("STREAM: found rows of 0 bytes");
  }
}
