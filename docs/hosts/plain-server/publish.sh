#!/bin/sh
# Builds the site of this folder and publishes it, but only when the build has succeeded:
#
#   sh publish.sh /srv/digest          a site without a base
#   sh publish.sh /srv/digest /site    a site with Astro's `base: '/site'`
#
# The server's root is /srv/digest/current, a link to the newest of /srv/digest/releases. A build that fails or is stopped leaves
# it as it is.
set -eu
place=${1:?Name the folder to publish to: sh publish.sh /srv/digest}
base=${2:-}
name=$(date -u +%Y-%m-%dT%H-%M-%SZ)-$$
new=$place/releases/$name

mkdir -p "$place/releases"
trap 'rm -rf -- "$new" "$place/next"' EXIT
trap 'exit 1' HUP INT TERM
npx astro build --outDir "$new$base"

# The link is put in the place of the old one by its name: at every moment there is one or the other.
ln -s "releases/$name" "$place/next"
node -e 'require("fs").renameSync(process.argv[1], process.argv[2])' "$place/next" "$place/current"
trap - EXIT

# Names are in the order of time. The last three stay: `ln` and the same renaming bring one back.
ls -r "$place/releases" | tail -n +4 | while read -r old; do
  rm -rf -- "$place/releases/$old"
done
