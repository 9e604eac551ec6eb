package org.pawprint.catalogue.ops;

import java.util.Map;
import java.util.TreeMap;
import org.pawprint.catalogue.messaging.Lanes;
import org.pawprint.catalogue.survey.SurveyLoaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** How the catalogue's work stands, at a glance. */
@RestController
class StatusController {
  private final Lanes lanes;
  private final SurveyLoaders loaders;

  StatusController(Lanes lanes, SurveyLoaders loaders) {
    this.lanes = lanes;
    this.loaders = loaders;
  }

  /**
   * The state of the service.
   *
   * @param lanes {@code running} or {@code resting}, by lane
   * @param loaders revision of each survey loader, by name
   */
  record Status(Map<String, String> lanes, Map<String, Integer> loaders) {}

  @GetMapping("/ops/status")
  Status status() {
    Map<String, String> states = new TreeMap<>();
    lanes
        .running()
        .forEach((lane, running) -> states.put(lane.word(), running ? "running" : "resting"));
    return new Status(states, loaders.revisions());
  }
}
