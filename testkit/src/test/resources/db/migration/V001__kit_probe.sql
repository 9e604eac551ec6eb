-- Stands for the catalogue's migrations in the kit's own tests.
CREATE TABLE kit_probe AS SELECT 1 AS x;
