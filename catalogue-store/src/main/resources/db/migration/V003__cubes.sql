-- A cube is served as its original file: it has no numbers in a segment, and its row says so by nulls.

ALTER TABLE catalogue.obscore
  ALTER COLUMN segment DROP NOT NULL,
  ALTER COLUMN segment_offset DROP NOT NULL,
  ALTER COLUMN layout DROP NOT NULL,
  ALTER COLUMN axis_kind DROP NOT NULL,
  ADD CONSTRAINT obscore_slice_whole CHECK (num_nulls(segment, segment_offset, layout, axis_kind) IN (0, 4));
COMMENT ON COLUMN catalogue.obscore.segment IS 'Null for a cube, whose numbers are in the original file only';
