#!/usr/bin/env bash
# Writes a backup of the whole installation into a new folder: `deploy/compose/backup.sh /var/backups/sportello/2026-11-29`.
# Databases, files and .env belong together: the keys of .env open what the databases and files hold. People go on working meanwhile; the
# databases are dumped first, so that every file which they name is among the files.
set -euo pipefail
umask 077
folder=${1:?Where to? deploy/compose/backup.sh FOLDER}
mkdir "$folder"
folder=$(cd "$folder" && pwd)
cd "$(dirname "$0")/../.."
docker compose exec -T postgres pg_dumpall --username=postgres --clean --if-exists | gzip > "$folder/databases.sql.gz"
docker compose run --rm --no-deps -T files --create --gzip --directory=/var/lib/sportello/files . > "$folder/files.tar.gz"
cp .env "$folder/env"
(cd "$folder" && sha256sum databases.sql.gz files.tar.gz env > SHA256SUMS)
printf '%s holds the backup, and every secret of the installation: keep it as you keep those.\n' "$folder"
