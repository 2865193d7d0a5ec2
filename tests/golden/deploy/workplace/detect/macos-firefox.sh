#!/bin/sh
# Second Thought in Firefox: installed, version, policy. It reads no history.
set -u
id='second-thought@second-thought'
profiles='Library/Application Support/Firefox/Profiles'
policy='/Library/Managed Preferences/org.mozilla.firefox.plist'
installed=no
for home in /Users/*; do
  for list in "$home/$profiles"/*/extensions.json; do
    [ -f "$list" ] || continue
    found=$(tr ',{' '\n\n' < "$list" | awk -v own="\"id\":\"$id\"" 'index($0, own) { seen = 1 } seen && /^"version":/ { version = $0; sub(/.*:"/, "", version); sub(/".*/, "", version) } seen && /^"active":/ { if (/true/) print version; exit }')
    [ -z "$found" ] || installed=$found
  done
done
present=no
if [ -f "$policy" ] && grep -q "$id" "$policy"; then present=yes; fi
line="installed=$installed policy=$present"
if [ $# -gt 0 ] && [ "$1" = --jamf ]; then echo "<result>$line</result>"; exit 0; fi
echo "$line"
[ "$installed" != no ] && [ "$present" = yes ]
