-- The catalogue (identities, rows, changes), the ledger (events, outcomes) and who may touch them.
-- Wavelengths in metres are vacuum, times are UTC, positions ICRS degrees (ObsCore 1.1).

CREATE SCHEMA catalogue;
CREATE SCHEMA ledger;

CREATE TABLE catalogue.archive (
  only_row   boolean PRIMARY KEY DEFAULT true CHECK (only_row),
  authority  text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now()
);
COMMENT ON TABLE catalogue.archive IS 'The IVOA authority of all publisher DIDs, fixed at the first start';

CREATE TABLE catalogue.segment (
  id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  path       text NOT NULL UNIQUE,
  state      text NOT NULL CHECK (state IN ('writing', 'live')),
  bytes      bigint,
  created_at timestamptz NOT NULL DEFAULT now()
);
COMMENT ON COLUMN catalogue.segment.state IS 'writing until the transaction that refers to it commits; an orphan that stays writing for 24 hours is collected';

CREATE SEQUENCE catalogue.reduction_id;

CREATE TABLE catalogue.reduction (
  id              bigint PRIMARY KEY,
  source          text NOT NULL,
  collection      text NOT NULL,
  reduction_key   text NOT NULL,
  version_number  bigint,
  version_time    timestamptz,
  version_digest  text NOT NULL,
  original_sha256 text NOT NULL,
  loader          text NOT NULL,
  loader_revision integer NOT NULL,
  state           text NOT NULL CHECK (state IN ('newest', 'superseded', 'withdrawn')),
  spectra         integer NOT NULL,
  supersedes      text,
  catalogued_at   timestamptz NOT NULL,
  UNIQUE (source, collection, reduction_key, version_digest)
);
COMMENT ON COLUMN catalogue.reduction.reduction_key IS 'The publisher''s reduction id, else file: and the SHA-256 of the original';
CREATE INDEX reduction_supersedes ON catalogue.reduction (source, collection, supersedes) WHERE supersedes IS NOT NULL;
CREATE INDEX reduction_original ON catalogue.reduction (original_sha256);

CREATE SEQUENCE catalogue.spectrum_id;

CREATE TABLE catalogue.spectrum (
  id             bigint PRIMARY KEY,
  did            text NOT NULL,
  alias          text NOT NULL,
  reduction      bigint NOT NULL REFERENCES catalogue.reduction,
  newest         boolean NOT NULL,
  state          text NOT NULL CHECK (state IN ('current', 'superseded', 'withdrawn')),
  successor      bigint,
  withdrawn_because text,
  CHECK (newest = (state = 'current'))
);
COMMENT ON TABLE catalogue.spectrum IS 'Identities: one row per publisher DID; alias is the DID without version';
CREATE UNIQUE INDEX spectrum_did ON catalogue.spectrum (lower(did));
CREATE UNIQUE INDEX spectrum_newest_alias ON catalogue.spectrum (lower(alias)) WHERE newest;
CREATE INDEX spectrum_alias ON catalogue.spectrum (lower(alias));
CREATE INDEX spectrum_reduction ON catalogue.spectrum (reduction);

CREATE TABLE catalogue.obscore (
  spectrum_id         bigint NOT NULL,
  newest              boolean NOT NULL,
  dataproduct_type    text NOT NULL,
  calib_level         integer NOT NULL,
  obs_collection      text NOT NULL,
  obs_id              text NOT NULL,
  obs_publisher_did   text NOT NULL,
  target_name         text,
  s_ra                double precision,
  s_dec               double precision,
  s_fov               double precision,
  s_region            text,
  s_resolution        double precision,
  s_xel1              bigint,
  s_xel2              bigint,
  t_min               double precision,
  t_max               double precision,
  t_exptime           double precision,
  t_resolution        double precision,
  t_xel               bigint,
  em_min              double precision,
  em_max              double precision,
  em_res_power        double precision,
  em_xel              bigint,
  o_ucd               text,
  pol_states          text,
  pol_xel             bigint,
  facility_name       text,
  instrument_name     text,
  dataproduct_subtype text,
  obs_creator_did     text,
  obs_creator_name    text,
  obs_creation_date   timestamptz,
  obs_release_date    timestamptz,
  obs_title           text,
  data_rights         text NOT NULL CHECK (data_rights IN ('public', 'secure', 'proprietary')),
  publisher_id        text,
  bib_reference       text,
  proposal_id         text,
  target_class        text,
  em_ucd              text,
  em_unit             text,
  em_calib_status     text,
  em_resolution       double precision,
  em_res_power_min    double precision,
  em_res_power_max    double precision,
  o_unit              text,
  o_calib_status      text,
  t_midpoint          double precision,
  em_midpoint         double precision,
  em_min_rest         double precision,
  em_max_rest         double precision,
  em_midpoint_rest    double precision,
  em_snr              double precision,
  band_name           text,
  s_seeing            double precision,
  redshift            double precision,
  rv                  double precision,
  alt_target_name     text,
  alt_obs_id          text,
  arm                 text,
  fibre               integer,
  pivot               integer,
  field_name          text,
  spectral_medium     text,
  specsys             text,
  error_kind          text,
  quality_flags       integer,
  bad_pixel_fraction  double precision,
  sky_residual        double precision,
  reduction_id        text,
  reduction_version   text,
  pipeline            text,
  last_modified       timestamptz NOT NULL,
  healpix             bigint,
  x                   double precision,
  y                   double precision,
  z                   double precision,
  segment             bigint NOT NULL,
  segment_offset      bigint NOT NULL,
  layout              smallint NOT NULL,
  axis_kind           text NOT NULL CHECK (axis_kind IN ('linear', 'log', 'tabulated')),
  axis_crpix          double precision,
  axis_crval          double precision,
  axis_cdelt          double precision,
  original_sha256     text NOT NULL,
  original_name       text NOT NULL
);
COMMENT ON TABLE catalogue.obscore IS 'One wide row per spectrum and version; SSA, ObsTAP and DAP answers are projections of it';
COMMENT ON COLUMN catalogue.obscore.healpix IS 'Nested HEALPix index of order 29 of (s_ra, s_dec)';
COMMENT ON COLUMN catalogue.obscore.x IS 'Unit vector of (s_ra, s_dec), for the exact distance test';
COMMENT ON COLUMN catalogue.obscore.segment_offset IS 'Byte of the segment at which the spectrum''s flux begins';
COMMENT ON COLUMN catalogue.obscore.layout IS 'Bits of what follows the flux: 1 sigma, 2 wavelength; the mask is always there';
COMMENT ON COLUMN catalogue.obscore.axis_crval IS 'Ångström, or log10 of ångström where axis_kind is log';
CREATE INDEX obscore_spectrum ON catalogue.obscore (spectrum_id);
CREATE INDEX obscore_healpix ON catalogue.obscore (healpix) WHERE newest;
CREATE INDEX obscore_target ON catalogue.obscore (target_name) WHERE newest;
CREATE INDEX obscore_collection ON catalogue.obscore (obs_collection, last_modified) WHERE newest;
CREATE INDEX obscore_time ON catalogue.obscore (t_min) WHERE newest;
CREATE INDEX obscore_modified ON catalogue.obscore (last_modified);

CREATE TABLE catalogue.change (
  id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  number      bigint UNIQUE,
  kind        text NOT NULL CHECK (kind IN ('created', 'superseded', 'withdrawn', 'released')),
  spectrum_id bigint NOT NULL,
  reduction   bigint NOT NULL,
  silent      boolean NOT NULL,
  reason      text,
  at          timestamptz NOT NULL
);
COMMENT ON COLUMN catalogue.change.number IS 'Dense, given by the sequencer to committed rows only; null until then';
COMMENT ON COLUMN catalogue.change.silent IS 'A replay that changed nothing an observer would see sends no notice';
CREATE INDEX change_unnumbered ON catalogue.change (id) WHERE number IS NULL;

CREATE TABLE catalogue.change_counter (
  only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
  last     bigint NOT NULL,
  noticed  bigint NOT NULL
);
INSERT INTO catalogue.change_counter (last, noticed) VALUES (0, 0);
COMMENT ON COLUMN catalogue.change_counter.noticed IS 'Notices up to this number are confirmed by the broker';

CREATE TABLE ledger.event (
  key             bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  source          text NOT NULL,
  event_id        text NOT NULL,
  lane            text NOT NULL CHECK (lane IN ('live', 'backfill')),
  raw             bytea NOT NULL,
  reduction_id    text,
  collection      text,
  traceparent     text,
  received_at     timestamptz NOT NULL,
  last_seen_at    timestamptz NOT NULL,
  deliveries      integer NOT NULL DEFAULT 1,
  state           text NOT NULL CHECK (state IN ('received', 'later', 'staged', 'parked')),
  attempts        integer NOT NULL DEFAULT 0,
  next_attempt_at timestamptz,
  staged_at       timestamptz,
  step            text,
  reason          text,
  UNIQUE (source, event_id)
);
COMMENT ON TABLE ledger.event IS 'What came in at the door, by reduction-listener';
COMMENT ON COLUMN ledger.event.raw IS 'The event as received, at most 256 kB; a longer one is cut and parked';
CREATE INDEX event_received ON ledger.event (received_at);
CREATE INDEX event_due ON ledger.event (next_attempt_at) WHERE next_attempt_at IS NOT NULL;
CREATE INDEX event_state ON ledger.event (state, received_at);

CREATE TABLE ledger.ingest_outcome (
  event_key       bigint NOT NULL,
  original_sha256 text NOT NULL,
  file_name       text NOT NULL,
  outcome         text NOT NULL CHECK (outcome IN ('catalogued', 'already', 'later', 'parked')),
  loader          text,
  loader_revision integer,
  collection      text,
  spectra         integer NOT NULL DEFAULT 0,
  not_catalogued  integer NOT NULL DEFAULT 0,
  step            text,
  reason          text,
  attempts        integer NOT NULL DEFAULT 1,
  next_attempt_at timestamptz,
  millis          integer NOT NULL,
  at              timestamptz NOT NULL,
  PRIMARY KEY (event_key, original_sha256)
);
COMMENT ON TABLE ledger.ingest_outcome IS 'What became of each file, by catalogue-service, in the transaction of its rows';
COMMENT ON COLUMN ledger.ingest_outcome.not_catalogued IS 'Sky, guide, broken and unallocated fibres: counted, not catalogued';
CREATE INDEX outcome_due ON ledger.ingest_outcome (next_attempt_at) WHERE next_attempt_at IS NOT NULL;

CREATE TABLE ledger.loader (
  name     text PRIMARY KEY,
  revision integer NOT NULL
);
COMMENT ON TABLE ledger.loader IS 'The loaders catalogue-service runs now; an event catalogued by the same revision needs no repeat';

CREATE VIEW ledger.entry AS
SELECT e.key, e.source, e.event_id, e.lane, e.reduction_id, e.received_at, e.last_seen_at, e.staged_at,
       e.deliveries, e.attempts,
       CASE WHEN e.state <> 'staged' THEN e.state
            WHEN o.files IS NULL THEN 'staged'
            WHEN o.parked > 0 THEN 'parked'
            WHEN o.later > 0 THEN 'later'
            WHEN o.catalogued > 0 THEN 'catalogued'
            ELSE 'already' END AS state,
       coalesce(o.collection, e.collection) AS collection,
       coalesce(o.step, e.step) AS step,
       coalesce(o.reason, e.reason) AS reason,
       coalesce(o.next_attempt_at, e.next_attempt_at) AS next_attempt_at,
       coalesce(o.spectra, 0) AS spectra, coalesce(o.files, 0) AS files, o.at AS finished_at, o.millis
FROM ledger.event e
LEFT JOIN LATERAL (
  SELECT count(*) AS files,
         count(*) FILTER (WHERE outcome = 'parked') AS parked,
         count(*) FILTER (WHERE outcome = 'later') AS later,
         count(*) FILTER (WHERE outcome = 'catalogued') AS catalogued,
         sum(spectra)::integer AS spectra, max(at) AS at, max(millis) AS millis,
         min(next_attempt_at) AS next_attempt_at,
         min(collection) AS collection, min(step) AS step, min(reason) AS reason
  FROM ledger.ingest_outcome i WHERE i.event_key = e.key HAVING count(*) > 0) o ON true;
COMMENT ON VIEW ledger.entry IS 'The ledger: events and what became of them';

-- Who may do what. Readers see public rows, released rows, and those of the programmes of the caller.
GRANT SELECT ON flyway_schema_history TO PUBLIC;
GRANT USAGE ON SCHEMA catalogue TO pawprint_reader, pawprint_catalogue, pawprint_listener;
GRANT USAGE ON SCHEMA ledger TO pawprint_listener, pawprint_catalogue;
GRANT SELECT ON ALL TABLES IN SCHEMA catalogue TO pawprint_reader, pawprint_listener;
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA catalogue TO pawprint_catalogue;
GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA catalogue TO pawprint_catalogue;
GRANT SELECT ON ALL TABLES IN SCHEMA ledger TO pawprint_listener, pawprint_catalogue;
GRANT INSERT, UPDATE, DELETE ON ledger.event TO pawprint_listener;
GRANT UPDATE ON ledger.ingest_outcome TO pawprint_listener;
GRANT INSERT, UPDATE, DELETE ON ledger.ingest_outcome, ledger.loader TO pawprint_catalogue;
GRANT USAGE ON ALL SEQUENCES IN SCHEMA ledger TO pawprint_listener, pawprint_catalogue;

ALTER TABLE catalogue.obscore ENABLE ROW LEVEL SECURITY;
-- pawprint_catalogue is exempt (BYPASSRLS): COPY into a table with row-level security asks for it.
CREATE POLICY operator ON catalogue.obscore FOR SELECT TO pawprint_listener USING (true);
CREATE POLICY caller ON catalogue.obscore FOR SELECT TO pawprint_reader USING (
  data_rights = 'public'
  OR obs_release_date <= now()
  OR proposal_id = ANY (string_to_array(current_setting('pawprint.programmes', true), ',')));
