#!/usr/bin/env bash
# Brings the installation to the version of this folder: `deploy/compose/upgrade.sh`. Images are built, or pulled with --pull.
# Migrations run while the former version serves; one that fails changes nothing of what runs. Then each service gets its new replicas beside
# the old ones, and the old ones end when the new ones are ready.
set -euo pipefail
cd "$(dirname "$0")/../.."
REVISION=$(git rev-parse --short HEAD 2>/dev/null || true)
export REVISION
say() { printf '[%3d s] %s\n' "$SECONDS" "$*"; }
once() { docker compose run --rm --no-deps -T "$1" >&2; }

if [ "${1:-}" = --pull ]; then docker compose pull --quiet; else docker compose build --quiet; fi
say 'the images are there; the former version serves'

for step in databases identity-migration practices-migration notifications-migration; do
  once "$step" || { say "$step did not succeed: nothing was replaced, and the former version goes on serving"; exit 1; }
done
say 'the databases are up to date; the former version serves'

# Who may say what on the bus comes with the version: the server reads it again without ending.
once nats-config
docker compose kill --signal HUP nats >/dev/null
docker compose up --detach --no-deps --wait postgres redis nats

for service in identity practices notifications gateway; do
  old=$(docker compose ps --quiet "$service")
  wanted=$(sed -n "s/^${service^^}_REPLICAS=[^0-9]*\([0-9]*\).*/\1/p" .env)
  count=$(printf '%s' "$old" | grep -c . || true)
  docker compose up --detach --no-deps --no-recreate --wait --scale "$service=$((count + ${wanted:-1}))" "$service" >/dev/null
  # shellcheck disable=SC2086 # one word a container
  if [ -n "$old" ]; then docker stop $old >/dev/null; docker rm $old >/dev/null; fi
  say "$service serves in its new version"
done
docker compose up --detach --no-deps --wait balancer >/dev/null
say 'done'
