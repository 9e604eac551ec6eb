-- Withdrawal by an operator, release at its date, and tables of positions and redshifts that a survey
-- keeps outside its spectra.

ALTER TABLE catalogue.spectrum ADD COLUMN tombstone boolean NOT NULL DEFAULT false;
ALTER TABLE catalogue.spectrum ADD CONSTRAINT spectrum_tombstone_check CHECK (NOT tombstone OR state = 'withdrawn');
COMMENT ON COLUMN catalogue.spectrum.tombstone IS 'Withdrawn by an operator: its name still answers, its numbers and its original are served no more';
CREATE INDEX spectrum_tombstone ON catalogue.spectrum (lower(alias)) WHERE tombstone;

CREATE OR REPLACE FUNCTION catalogue.readable_originals(wanted text[]) RETURNS SETOF text
LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = catalogue, pg_catalog, pg_temp
AS $$
  SELECT w.sha256
  FROM (SELECT DISTINCT unnest(wanted) AS sha256) w
  WHERE EXISTS (SELECT FROM catalogue.reduction r WHERE r.original_sha256 = w.sha256)
    AND NOT EXISTS (
      SELECT FROM catalogue.reduction r
      JOIN catalogue.spectrum s ON s.reduction = r.id
      JOIN catalogue.obscore o ON o.spectrum_id = s.id
      WHERE r.original_sha256 = w.sha256
        AND (s.tombstone
             -- the condition of the policy "caller" on catalogue.obscore
             OR (o.data_rights = 'public'
                 OR o.obs_release_date <= now()
                 OR o.proposal_id = ANY (string_to_array(current_setting('pawprint.programmes', true), ','))) IS NOT TRUE))
$$;

CREATE INDEX obscore_unreleased ON catalogue.obscore (obs_release_date) WHERE data_rights <> 'public';
CREATE INDEX reduction_collection ON catalogue.reduction (collection, id);
CREATE INDEX event_reduction ON ledger.event (reduction_id) WHERE reduction_id IS NOT NULL;
CREATE INDEX outcome_loader ON ledger.ingest_outcome (loader, loader_revision) WHERE loader IS NOT NULL;

CREATE TABLE catalogue.target_table (
  collection text PRIMARY KEY,
  file_name  text NOT NULL,
  sha256     text NOT NULL,
  columns    jsonb NOT NULL,
  rows       bigint NOT NULL,
  loaded_at  timestamptz NOT NULL
);
COMMENT ON TABLE catalogue.target_table IS 'Where the targets of a collection come from: one table each';
COMMENT ON COLUMN catalogue.target_table.columns IS 'Which column of the table was read as what, with the unit told for it';

CREATE TABLE catalogue.target (
  collection  text NOT NULL,
  key         text,
  ra          double precision,
  dec         double precision,
  redshift    double precision,
  rv          double precision,
  target_name text,
  columns     jsonb NOT NULL
);
COMMENT ON TABLE catalogue.target IS 'Targets of a collection as its survey catalogues them; spectra are joined to them by key';
COMMENT ON COLUMN catalogue.target.key IS 'What a spectrum gives as target_name, alt_target_name or obs_id';
COMMENT ON COLUMN catalogue.target.ra IS 'Degrees, ICRS; dec likewise';
COMMENT ON COLUMN catalogue.target.rv IS 'km/s';
COMMENT ON COLUMN catalogue.target.columns IS 'Every column of the row, by its name in the table';
CREATE INDEX target_key ON catalogue.target (collection, key);

GRANT SELECT ON catalogue.target_table, catalogue.target TO pawprint_reader, pawprint_listener;
GRANT SELECT, INSERT, UPDATE, DELETE ON catalogue.target_table, catalogue.target TO pawprint_catalogue;
