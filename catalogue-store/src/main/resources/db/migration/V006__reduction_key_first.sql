-- Keys differ early and sources hardly ever: a new row finds its place by one comparison a step.
ALTER TABLE catalogue.reduction
  DROP CONSTRAINT reduction_source_collection_reduction_key_version_digest_key,
  ADD CONSTRAINT reduction_once UNIQUE (reduction_key, source, collection, version_digest);
