-- What belongs to the same exposure of the same target is found by both: a group of co-adds shares one
-- obs_id among thousands of targets, and a search by that alone read all of them for every spectrum.
-- Plain columns, since row-level security lets no expression through to an index unless it is leakproof.

CREATE INDEX obscore_exposure ON catalogue.obscore (obs_id, target_name) WHERE newest;
DROP INDEX catalogue.obscore_obs_id;

-- Whether an original may be read took a look at each of its spectra, 400 of a frame. Now the few that
-- somebody may not see are looked for, so that a public original takes one probe of an index.

CREATE INDEX obscore_restricted ON catalogue.obscore (original_sha256) WHERE data_rights <> 'public';
CREATE INDEX spectrum_tombstone_reduction ON catalogue.spectrum (reduction) WHERE tombstone;

CREATE OR REPLACE FUNCTION catalogue.readable_originals(wanted text[]) RETURNS SETOF text
LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = catalogue, pg_catalog, pg_temp
AS $$
  SELECT w.sha256
  FROM (SELECT DISTINCT unnest(wanted) AS sha256) w
  WHERE EXISTS (SELECT FROM catalogue.reduction r WHERE r.original_sha256 = w.sha256)
    AND NOT EXISTS (
      SELECT FROM catalogue.obscore o
      -- not the condition of the policy "caller" on catalogue.obscore
      WHERE o.original_sha256 = w.sha256
        AND o.data_rights <> 'public'
        AND (o.obs_release_date <= now()
             OR o.proposal_id = ANY (string_to_array(current_setting('pawprint.programmes', true), ','))) IS NOT TRUE)
    AND NOT EXISTS (
      SELECT FROM catalogue.reduction r
      JOIN catalogue.spectrum s ON s.reduction = r.id
      WHERE r.original_sha256 = w.sha256 AND s.tombstone)
$$;
