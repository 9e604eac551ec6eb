-- Roles of the catalogue, created once by a superuser before the first migration.
-- Passwords are set apart from this file (ALTER ROLE … PASSWORD).
DO $$
DECLARE role_name text;
BEGIN
  FOREACH role_name IN ARRAY ARRAY['pawprint_owner', 'pawprint_listener', 'pawprint_catalogue', 'pawprint_ssa', 'pawprint_datalink'] LOOP
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = role_name) THEN
      EXECUTE format('CREATE ROLE %I LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE', role_name);
    END IF;
  END LOOP;
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'pawprint_reader') THEN
    CREATE ROLE pawprint_reader NOLOGIN;
  END IF;
END $$;
-- COPY into a table with row-level security asks for this.
ALTER ROLE pawprint_catalogue BYPASSRLS;
GRANT pawprint_reader TO pawprint_ssa, pawprint_datalink;
