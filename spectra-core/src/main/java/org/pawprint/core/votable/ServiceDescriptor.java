package org.pawprint.core.votable;

import java.util.ArrayList;
import java.util.List;

/**
 * A service that can be called with what a table holds, as a RESOURCE of its own at the top of the
 * document (DataLink 1.1, section 4). Texts may be empty, which leaves them out.
 *
 * @param id XML ID, named by the {@code service_def} column of a links answer
 * @param utype {@code adhoc:service}, or {@code adhoc:this} for the service that answers
 * @param standardId e.g. {@code ivo://ivoa.net/std/SODA#sync-1.0}
 * @param inputs see {@link Input}
 */
public record ServiceDescriptor(
    String id,
    String name,
    String utype,
    String description,
    String accessUrl,
    String standardId,
    String resourceIdentifier,
    String contentType,
    List<String> exampleUrls,
    List<Param> inputs) {
  public ServiceDescriptor {
    XmlId.requireOrEmpty(id);
    if (accessUrl.isEmpty()) {
      throw new IllegalArgumentException("service descriptor " + id + " has no accessURL");
    }
    exampleUrls = List.copyOf(exampleUrls);
    inputs = List.copyOf(inputs);
  }

  /** Of another service, {@code adhoc:service}. */
  public static Builder service(String id, String accessUrl) {
    return new Builder(id, "adhoc:service", accessUrl);
  }

  /** Of the answering service itself, {@code adhoc:this}. */
  public static Builder self(String id, String accessUrl) {
    return new Builder(id, "adhoc:this", accessUrl);
  }

  /** Writes the RESOURCE; the document must be between resources. */
  public void write(VoTableWriter document) {
    document.startResource("meta", id, name, utype);
    if (!description.isEmpty()) {
      document.add(new Description(description));
    }
    document.add(fact("accessURL", "meta.ref.url", accessUrl));
    optional(document, "standardID", "", standardId);
    optional(document, "resourceIdentifier", "", resourceIdentifier);
    optional(document, "contentType", "meta.code.mime", contentType);
    for (String url : exampleUrls) {
      document.add(fact("exampleURL", "meta.ref.url", url));
    }
    document.add(new Group("inputParams", "", "", inputs, List.of()));
    document.endResource();
  }

  private static void optional(VoTableWriter document, String name, String ucd, String value) {
    if (!value.isEmpty()) {
      document.add(fact(name, ucd, value));
    }
  }

  private static Param fact(String name, String ucd, String value) {
    return Field.text(name).ucd(ucd).value(value);
  }

  /** The three kinds of input parameter. */
  public static final class Input {
    private Input() {}

    /** Always sent as it stands. */
    public static Param fixed(Field.Builder field, String value) {
      return field.value(value);
    }

    /** Filled from the column with this XML ID. */
    public static Param fromColumn(Field.Builder field, String columnId) {
      return field.ref(columnId).value("");
    }

    /** Left to the user; the field's VALUES say what is sensible. */
    public static Param fromUser(Field.Builder field) {
      return field.value("");
    }
  }

  /** Collects what is known; the rest stays empty. */
  public static final class Builder {
    private final String id;
    private final String utype;
    private final String accessUrl;
    private String name = "";
    private String description = "";
    private String standardId = "";
    private String resourceIdentifier = "";
    private String contentType = "";
    private final List<String> exampleUrls = new ArrayList<>();
    private final List<Param> inputs = new ArrayList<>();

    private Builder(String id, String utype, String accessUrl) {
      this.id = id;
      this.utype = utype;
      this.accessUrl = accessUrl;
    }

    public Builder name(String text) {
      name = text;
      return this;
    }

    public Builder description(String text) {
      description = text;
      return this;
    }

    public Builder standardId(String text) {
      standardId = text;
      return this;
    }

    public Builder resourceIdentifier(String text) {
      resourceIdentifier = text;
      return this;
    }

    public Builder contentType(String text) {
      contentType = text;
      return this;
    }

    public Builder example(String url) {
      exampleUrls.add(url);
      return this;
    }

    public Builder input(Param param) {
      inputs.add(param);
      return this;
    }

    public ServiceDescriptor build() {
      return new ServiceDescriptor(
          id,
          name,
          utype,
          description,
          accessUrl,
          standardId,
          resourceIdentifier,
          contentType,
          exampleUrls,
          inputs);
    }
  }
}
