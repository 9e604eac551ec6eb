-- Spectra are asked for by whatever their survey calls the object; target_name and obs_id have their index.
CREATE INDEX obscore_alt_target ON catalogue.obscore (alt_target_name) WHERE newest AND alt_target_name IS NOT NULL;
