-- What belongs to the same exposure of the same target is found by both: a group of co-adds shares one
-- obs_id among thousands of targets, and a search by that alone read all of them for every spectrum.
-- Plain columns, since row-level security lets no expression through to an index unless it is leakproof.

CREATE INDEX obscore_exposure ON catalogue.obscore (obs_id, target_name) WHERE newest;
DROP INDEX catalogue.obscore_obs_id;
