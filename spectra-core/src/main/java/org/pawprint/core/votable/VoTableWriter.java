package org.pawprint.core.votable;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes one VOTable 1.4 document to a stream, from front to back:
 *
 * <pre>
 * startResource(RESULTS) add(Info…) startTable() add(Field…) rows() … endTable() endResource() end()
 * </pre>
 *
 * <p>Elements that the schema would not take at this place are refused with {@link
 * IllegalStateException}. The document is complete only after {@link #end} or {@link #fail}; one
 * that was left off is no well-formed XML, so that a reader cannot take it for the whole. The
 * stream is flushed, not closed. Not for use by several threads.
 */
public final class VoTableWriter {
  private final OutputStream out;
  private final Serialisation serialisation;
  private final XmlBytes xml = new XmlBytes();
  private final Deque<Level> levels = new ArrayDeque<>();
  private final List<Field> fields = new ArrayList<>();
  private @Nullable RowSink rows;

  public VoTableWriter(OutputStream out, Serialisation serialisation) {
    this.out = out;
    this.serialisation = serialisation;
    xml.ascii("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    xml.ascii("<VOTABLE version=\"1.4\" xmlns=\"http://www.ivoa.net/xml/VOTable/v1.3\">\n");
    levels.push(new Level(Container.VOTABLE));
  }

  /** Adds an element to the innermost open container. */
  public VoTableWriter add(VoElement element) {
    Level level = level();
    if (rows != null) {
      throw new IllegalStateException("rows are being written; end the table first");
    }
    level.rank = level.container.rank(element, level.rank);
    element.write(xml);
    if (element instanceof Field field) {
      fields.add(field);
    }
    return this;
  }

  /** Begins the RESOURCE of the answer proper, {@code type="results"}. */
  public VoTableWriter startResults() {
    return startResource("results", "", "", "");
  }

  /**
   * Begins a RESOURCE at the top of the document.
   *
   * @param type {@code results} or {@code meta}
   * @param id XML ID; like name and utype empty for none
   */
  public VoTableWriter startResource(String type, String id, String name, String utype) {
    XmlId.requireOrEmpty(id);
    enter(Container.VOTABLE, Container.RESOURCE);
    xml.ascii("<RESOURCE").attribute("ID", id).attribute("name", name);
    xml.attribute("type", type).attribute("utype", utype).ascii(">\n");
    return this;
  }

  public VoTableWriter startTable() {
    return startTable("", "", "");
  }

  /**
   * Begins a TABLE; its fields follow by {@link #add}.
   *
   * @param id XML ID; like name and utype empty for none
   */
  public VoTableWriter startTable(String id, String name, String utype) {
    XmlId.requireOrEmpty(id);
    enter(Container.RESOURCE, Container.TABLE);
    fields.clear();
    xml.ascii("<TABLE").attribute("ID", id).attribute("name", name);
    xml.attribute("utype", utype).ascii(">\n");
    return this;
  }

  /** Begins the data; what it returns is of use until {@link #endTable}. */
  public RowSink rows() {
    Level level = require(Container.TABLE);
    if (level.rank >= Container.CONTENT || fields.isEmpty()) {
      throw new IllegalStateException("rows need fields, and come once");
    }
    level.rank = Container.CONTENT;
    RowSink sink;
    if (serialisation == Serialisation.TABLEDATA) {
      xml.ascii("<DATA><TABLEDATA>\n");
      sink = new TableDataRows(xml, out, fields);
    } else {
      xml.ascii("<DATA><BINARY2><STREAM encoding=\"base64\">\n");
      sink = new Binary2Rows(xml, out, fields);
    }
    rows = sink;
    return sink;
  }

  /** Ends the table; a row that was begun and not ended is dropped. */
  public VoTableWriter endTable() {
    require(Container.TABLE);
    if (rows instanceof TableDataRows tableData) {
      tableData.dropRow();
      xml.ascii("</TABLEDATA></DATA>\n");
    } else if (rows instanceof Binary2Rows binary) {
      binary.finish();
      xml.ascii("</STREAM></BINARY2></DATA>\n");
    }
    rows = null;
    xml.ascii("</TABLE>\n");
    levels.pop();
    return this;
  }

  public VoTableWriter endResource() {
    require(Container.RESOURCE);
    xml.ascii("</RESOURCE>\n");
    levels.pop();
    return this;
  }

  /** Hands everything written so far to the stream. */
  public void flush() throws IOException {
    if (rows == null) {
      xml.drain(out);
    }
    out.flush();
  }

  /** Ends the document and flushes. */
  public void end() throws IOException {
    require(Container.VOTABLE);
    xml.ascii("</VOTABLE>\n");
    levels.pop();
    flush();
  }

  /**
   * Ends the document wherever it is, with QUERY_STATUS ERROR behind the rows that are out already
   * (DALI 1.1, overflow and late errors, lets a later status overrule the earlier one).
   */
  public void fail(String text) throws IOException {
    if (level().container == Container.TABLE) {
      endTable();
    }
    if (level().container == Container.VOTABLE) {
      startResults();
    }
    Info.error(text).write(xml);
    endResource();
    end();
  }

  private void enter(Container outer, Container inner) {
    require(outer);
    Level level = level();
    if (level.rank > Container.CONTENT) {
      throw new IllegalStateException(inner + " comes too late in " + outer);
    }
    level.rank = Container.CONTENT;
    levels.push(new Level(inner));
  }

  private Level require(Container container) {
    Level level = level();
    if (level.container != container) {
      throw new IllegalStateException(
          "inside " + level.container + ", where " + container + " is expected");
    }
    return level;
  }

  private Level level() {
    Level level = levels.peek();
    if (level == null) {
      throw new IllegalStateException("the document has ended");
    }
    return level;
  }

  /** An open element and how far its content has come. */
  private static final class Level {
    private final Container container;
    private int rank = -1;

    private Level(Container container) {
      this.container = container;
    }
  }
}
