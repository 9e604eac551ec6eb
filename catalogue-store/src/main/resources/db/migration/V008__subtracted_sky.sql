-- The sky that was subtracted from a spectrum is in its original and nowhere else: here is where. It is
-- no column of ObsCore; rows of before know of none until their originals are read again.

ALTER TABLE catalogue.obscore
  ADD COLUMN sky_hdu integer,
  ADD COLUMN sky_row integer,
  ADD CONSTRAINT obscore_sky_whole CHECK (num_nulls(sky_hdu, sky_row) IN (0, 2));
COMMENT ON COLUMN catalogue.obscore.sky_hdu IS 'HDU of the original with the sky that was subtracted, from 0; null where there is none on the same pixels';
COMMENT ON COLUMN catalogue.obscore.sky_row IS 'Row of that image, of em_xel pixels, from 0';
