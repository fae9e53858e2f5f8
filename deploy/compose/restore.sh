#!/usr/bin/env bash
# Puts a backup of deploy/compose/backup.sh in place of what is there: `deploy/compose/restore.sh FOLDER`. What was done since the backup is
# lost. Redis and the bus begin empty: people sign in again, and what was on its way is published again from the databases.
set -euo pipefail
folder=$(cd "${1:?From where? deploy/compose/restore.sh FOLDER}" && pwd)
cd "$(dirname "$0")/../.."
(cd "$folder" && sha256sum --check --quiet SHA256SUMS)
if [ -e .env ] && ! cmp --silent .env "$folder/env"; then
  echo '.env is another one than that of the backup: move it away first, or the keys will not open what is restored.' >&2
  exit 1
fi
cp "$folder/env" .env
chmod 600 .env
docker compose down --volumes
docker compose up --detach --wait postgres
gunzip --stdout "$folder/databases.sql.gz" | docker compose exec -T postgres psql --quiet --username=postgres --dbname=postgres \
  --set=ON_ERROR_STOP=0 > /dev/null
docker compose run --rm --no-deps -T files --extract --gzip --directory=/var/lib/sportello/files < "$folder/files.tar.gz"
docker compose up --detach --wait
echo 'Restored.'
