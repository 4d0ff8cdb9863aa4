#!/usr/bin/env bash
set -euo pipefail
psql --username postgres -v ON_ERROR_STOP=1 -v owner="$OWNER_PASSWORD" -v app="$APP_PASSWORD" <<'SQL'
create role waymark_owner login nosuperuser nocreatedb nocreaterole noinherit password :'owner';
create role waymark_app login nosuperuser nocreatedb nocreaterole noinherit password :'app';
create database waymark owner waymark_owner;
revoke all on database waymark from public;
grant connect on database waymark to waymark_app;
SQL
