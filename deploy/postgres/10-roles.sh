#!/usr/bin/env bash
# Run once by the PostgreSQL image on an empty volume: the same roles as tools/postgres/roles.mjs makes.
set -euo pipefail
psql --set=ON_ERROR_STOP=1 --username="$POSTGRES_USER" --dbname=postgres \
  --set=owner_password="$PRAKTIKA_OWNER_PASSWORD" --set=app_password="$PRAKTIKA_APP_PASSWORD" <<'SQL'
CREATE ROLE praktika_owner LOGIN PASSWORD :'owner_password';
CREATE ROLE praktika_app LOGIN PASSWORD :'app_password';
CREATE ROLE praktika_reader NOLOGIN BYPASSRLS;
GRANT praktika_reader TO praktika_owner WITH INHERIT TRUE, SET TRUE;
CREATE DATABASE praktika OWNER praktika_owner;
REVOKE ALL ON DATABASE praktika FROM PUBLIC;
GRANT CONNECT ON DATABASE praktika TO praktika_app;
\connect praktika
REVOKE ALL ON SCHEMA public FROM PUBLIC;
GRANT USAGE ON SCHEMA public TO praktika_app;
GRANT USAGE, CREATE ON SCHEMA public TO praktika_reader;
SQL
