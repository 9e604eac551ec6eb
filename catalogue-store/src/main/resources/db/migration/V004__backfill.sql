-- Backfill: runs and their batches, what became of each file, originals that stay where they are.
-- Times that are compared with one another are the database's own: services may have other clocks.

ALTER TABLE ledger.event ADD COLUMN taken_at timestamptz NOT NULL DEFAULT now();
COMMENT ON COLUMN ledger.event.taken_at IS 'Newest delivery, by the database''s clock';

ALTER TABLE ledger.ingest_outcome
  ADD COLUMN recorded_at timestamptz NOT NULL DEFAULT now(),
  ADD COLUMN catalogued_at timestamptz;
UPDATE ledger.ingest_outcome SET catalogued_at = at WHERE outcome = 'catalogued';
COMMENT ON COLUMN ledger.ingest_outcome.recorded_at IS 'Newest outcome, by the database''s clock';
COMMENT ON COLUMN ledger.ingest_outcome.catalogued_at IS 'When the file brought rows, by the database''s clock; kept when it repeats';

CREATE TABLE ledger.event_files (
  event_key       bigint PRIMARY KEY,
  fetched_at      timestamptz NOT NULL DEFAULT now(),
  name            text[] NOT NULL,
  original_sha256 text[] NOT NULL,
  fault           text[] NOT NULL
);
COMMENT ON TABLE ledger.event_files IS 'The files of an event at the door, in its order: those of a backfill event, and those of any event of which one could not be fetched';
COMMENT ON COLUMN ledger.event_files.original_sha256 IS 'Null where the file could not be fetched; fault says why';

CREATE TABLE ledger.backfill_run (
  id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  what       text NOT NULL,
  collection text,
  started_at timestamptz NOT NULL DEFAULT now(),
  resumed    integer NOT NULL DEFAULT 0,
  ended_at   timestamptz,
  place      text,
  files      bigint NOT NULL DEFAULT 0,
  report     jsonb
);
COMMENT ON TABLE ledger.backfill_run IS 'Backfills that operators began; one without end goes on from its place';
COMMENT ON COLUMN ledger.backfill_run.what IS 'Folder, tar or manifest, as an absolute path';
COMMENT ON COLUMN ledger.backfill_run.place IS 'Cursor: every file up to here has its outcome';
COMMENT ON COLUMN ledger.backfill_run.files IS 'Files up to the cursor';
CREATE INDEX backfill_open ON ledger.backfill_run (what) WHERE ended_at IS NULL;

CREATE TABLE ledger.backfill_batch (
  id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  run          bigint NOT NULL REFERENCES ledger.backfill_run,
  source       text NOT NULL,
  event_id     text NOT NULL,
  name         text[] NOT NULL,
  announced_at timestamptz NOT NULL DEFAULT now(),
  state        text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'ended', 'left')),
  UNIQUE (run, source, event_id)
);
COMMENT ON TABLE ledger.backfill_batch IS 'Events of a run and the names of their files as the operator knows them, in the event''s order';
COMMENT ON COLUMN ledger.backfill_batch.announced_at IS 'Just before the event was published for the first time in this run';
COMMENT ON COLUMN ledger.backfill_batch.state IS 'left: the run was cut short, and its files came, or come, in other batches';

CREATE TABLE ledger.backfill_aside (
  run    bigint NOT NULL REFERENCES ledger.backfill_run,
  name   text NOT NULL,
  parked boolean NOT NULL,
  reason text NOT NULL,
  PRIMARY KEY (run, name)
);
COMMENT ON TABLE ledger.backfill_aside IS 'Files that were not announced: parked could not be read, the others are no candidates';

CREATE VIEW ledger.backfill_file AS
SELECT b.run, b.id AS batch, n.position, n.name, n.original_sha256, o.loader, o.collection,
       coalesce(o.spectra, 0) AS spectra,
       CASE WHEN e.key IS NULL OR e.taken_at < b.announced_at OR e.state IN ('received', 'later') THEN 'waiting'
            WHEN f.event_key IS NULL THEN CASE WHEN e.state = 'parked' THEN 'parked' ELSE 'waiting' END
            WHEN n.fault IS NOT NULL THEN 'parked'
            WHEN o.outcome IS NULL OR o.outcome = 'later' THEN 'waiting'
            WHEN f.fetched_at >= b.announced_at AND o.recorded_at < f.fetched_at THEN 'waiting'
            WHEN o.outcome = 'parked' THEN 'parked'
            WHEN o.catalogued_at >= b.announced_at THEN 'catalogued'
            ELSE 'already' END AS state,
       coalesce(n.fault, o.reason, CASE WHEN e.state = 'parked' THEN e.reason END) AS reason
FROM ledger.backfill_batch b
LEFT JOIN ledger.event e ON e.source = b.source AND e.event_id = b.event_id
LEFT JOIN ledger.event_files f ON f.event_key = e.key
-- Unnested side by side: a subscript would unpack the whole array for every file.
CROSS JOIN LATERAL unnest(b.name, f.original_sha256, f.fault) WITH ORDINALITY n (name, original_sha256, fault, position)
LEFT JOIN ledger.ingest_outcome o ON o.event_key = e.key AND o.original_sha256 = n.original_sha256
WHERE b.state <> 'left';
COMMENT ON VIEW ledger.backfill_file IS 'Every announced file of a run and what became of it since the run announced it';

CREATE TABLE catalogue.original_place (
  sha256        text PRIMARY KEY,
  path          text NOT NULL,
  bytes         bigint NOT NULL,
  registered_at timestamptz NOT NULL DEFAULT now()
);
COMMENT ON TABLE catalogue.original_place IS 'Originals below a root that never changes, which are read there and not copied';

GRANT SELECT, INSERT, UPDATE, DELETE ON ledger.event_files, ledger.backfill_run, ledger.backfill_batch, ledger.backfill_aside
  TO pawprint_listener;
GRANT SELECT ON ledger.backfill_file TO pawprint_listener;
GRANT SELECT ON ledger.event_files TO pawprint_catalogue;
GRANT USAGE ON ALL SEQUENCES IN SCHEMA ledger TO pawprint_listener;
GRANT SELECT, INSERT, UPDATE, DELETE ON catalogue.original_place TO pawprint_listener;
GRANT SELECT ON catalogue.original_place TO pawprint_catalogue, pawprint_reader;
