package org.pawprint.ssa.vosi;

import java.util.List;
import org.pawprint.core.votable.Field;
import org.pawprint.core.votable.VoTableMedia;
import org.pawprint.service.PublicBase;
import org.pawprint.ssa.query.AnswerForm;
import org.pawprint.ssa.query.Protocol;
import org.pawprint.ssa.query.QueryParameter;
import org.pawprint.ssa.query.SsaParameter;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The searches for programmers: OpenAPI 3.1, from the protocols' own tables of parameters. */
@RestController
class OpenApiController {
  private static final String VERSION = "3.1.0";

  private final PublicBase base;

  OpenApiController(PublicBase base) {
    this.base = base;
  }

  @GetMapping("/vo/ssa/openapi.json")
  ResponseEntity<byte[]> describe() {
    JsonMapper mapper = JsonMapper.shared();
    ObjectNode api = mapper.createObjectNode();
    api.put("openapi", VERSION);
    api.putObject("info")
        .put("title", "Pawprint searches")
        .put("version", "1")
        .put(
            "description",
            "Names of parameters are read in any case. The same parameters can be posted as a form.");
    api.putArray("servers").addObject().put("url", base.ssa().toString());
    ObjectNode paths = api.putObject("paths");
    for (Protocol protocol : Protocol.values()) {
      ObjectNode get = paths.putObject(protocol.path()).putObject("get");
      get.put("operationId", protocol.name().toLowerCase(java.util.Locale.ROOT) + "Search");
      get.put("summary", summary(protocol));
      parameters(protocol, get.putArray("parameters"));
      responses(get.putObject("responses"));
    }
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_JSON)
        .body(mapper.writeValueAsBytes(api));
  }

  private static String summary(Protocol protocol) {
    return switch (protocol) {
      case SSA -> "Spectra, by the IVOA Simple Spectral Access Protocol 1.1";
      case DAP -> "Spectra and cubes, in the words of IVOA SIA 2.0";
    };
  }

  private static void parameters(Protocol protocol, ArrayNode all) {
    for (QueryParameter parameter : protocol.parameters()) {
      Field field = parameter.input("").field();
      ObjectNode node = all.addObject();
      node.put("name", parameter.name()).put("in", "query");
      node.put("required", parameter == SsaParameter.REQUEST);
      node.put(
          "description",
          field.unit().isEmpty()
              ? field.description()
              : field.description() + " (" + field.unit() + ")");
      ObjectNode schema = node.putObject("schema");
      switch (field.datatype()) {
        case DOUBLE -> schema.put("type", "number");
        case LONG -> schema.put("type", "integer").put("minimum", 0);
        default -> schema.put("type", "string");
      }
      List<String> options = field.values().options();
      if (!options.isEmpty()) {
        ArrayNode examples = schema.putArray("examples");
        options.forEach(examples::add);
      }
    }
  }

  private static void responses(ObjectNode responses) {
    ObjectNode content =
        responses.putObject("200").put("description", "The rows").putObject("content");
    for (AnswerForm form : AnswerForm.values()) {
      content.putObject(form.mediaType());
    }
    fault(responses, "400", "Parameters that cannot be understood, each with what would be right");
    fault(
        responses,
        "429",
        "As many long answers as may be are being read; Retry-After says when to try again");
    fault(responses, "503", "The catalogue cannot be read now; Retry-After says when to try again");
    responses.putObject("304").put("description", "Nothing has changed since If-None-Match");
  }

  private static void fault(ObjectNode responses, String status, String description) {
    responses
        .putObject(status)
        .put("description", description)
        .putObject("content")
        .putObject(VoTableMedia.VOTABLE);
  }
}
