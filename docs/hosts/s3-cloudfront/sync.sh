#!/bin/sh
# Puts a built site into a bucket that CloudFront serves:
#
#   BUCKET=my-bucket DISTRIBUTION=E1EXAMPLE sh sync.sh dist
#
# What pages need goes there before them, and what no page needs any longer is deleted after them. When a step fails the rest is
# not done, and the pages that are there still have all they need.
set -eu
site=${1:?Name the folder of the built site: sh sync.sh dist}
bucket=s3://${BUCKET:?Set BUCKET to the name of the bucket.}
: "${DISTRIBUTION:?Set DISTRIBUTION to the id of the CloudFront distribution.}"

forever='public, max-age=31536000, immutable'
anew='no-cache'

# Uploads the files that fit a pattern: put CONTENT-TYPE PATTERN
put() {
  aws s3 sync "$site" "$bucket" --cache-control "$anew" --content-type "$1" --exclude '*' --include "$2"
}

# Files that have a hash in their name never change: those that are there are not sent again.
aws s3 sync "$site" "$bucket" --size-only --cache-control "$forever" \
  --exclude '*' --include '_astro/*' --include '*/_astro/*'
aws s3 sync "$site" "$bucket" --size-only --cache-control "$forever" --content-type 'application/octet-stream' \
  --exclude '*' --include '*.pf_*'

# What the ending of a file does not tell, or not to every machine.
put 'application/octet-stream' '*.pagefind'
put 'application/rss+xml; charset=utf-8' '*rss.xml'
put 'application/atom+xml; charset=utf-8' '*atom.xml'
put 'application/feed+json; charset=utf-8' '*feed.json'
put 'application/x-bibtex; charset=utf-8' '*.bib'
put 'application/x-research-info-systems; charset=utf-8' '*.ris'
put 'application/jsonl; charset=utf-8' '*.jsonl'
put 'message/rfc822' '*.eml'
put 'application/epub+zip' '*.epub'
put 'text/plain; charset=utf-8' '*.txt'

# All that is left, the pages last.
aws s3 sync "$site" "$bucket" --cache-control "$anew" --exclude '*.html' --exclude '_astro/*' --exclude '*/_astro/*' \
  --exclude '*.pf_*' --exclude '*.pagefind' --exclude '*rss.xml' --exclude '*atom.xml' --exclude '*feed.json' \
  --exclude '*.bib' --exclude '*.ris' --exclude '*.jsonl' --exclude '*.eml' --exclude '*.epub' --exclude '*.txt'
put 'text/html; charset=utf-8' '*.html'

aws s3 sync "$site" "$bucket" --size-only --delete
aws cloudfront create-invalidation --distribution-id "$DISTRIBUTION" --paths '/*'
