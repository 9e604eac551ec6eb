-- An original has the strictest right of the spectra in it: a frame holds fibres of other programmes.
-- Readers cannot count the rows that are hidden from them, so the owner answers for them.

CREATE FUNCTION catalogue.readable_originals(wanted text[]) RETURNS SETOF text
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
        -- the condition of the policy "caller" on catalogue.obscore
        AND (o.data_rights = 'public'
             OR o.obs_release_date <= now()
             OR o.proposal_id = ANY (string_to_array(current_setting('pawprint.programmes', true), ','))) IS NOT TRUE)
$$;
COMMENT ON FUNCTION catalogue.readable_originals(text[]) IS 'Those of the originals (SHA-256) of which the caller may read every spectrum';
REVOKE ALL ON FUNCTION catalogue.readable_originals(text[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION catalogue.readable_originals(text[]) TO pawprint_reader;

-- The other arms of an exposure are found by its key, or by Data Central's name of it.
CREATE INDEX obscore_obs_id ON catalogue.obscore (obs_id) WHERE newest;
CREATE INDEX obscore_alt_obs_id ON catalogue.obscore (alt_obs_id) WHERE newest;
