#!/bin/sh
# Second Thought in Google Chrome: installed, version, policy. It reads no history.
set -u
id='lkphlbihphnmfikfmagkbjapigdnpopf'
profiles='Library/Application Support/Google/Chrome'
policy='/Library/Managed Preferences/com.google.Chrome.extensions.lkphlbihphnmfikfmagkbjapigdnpopf.plist'
installed=no
for home in /Users/*; do
  for version in "$home/$profiles"/*/Extensions/"$id"/*/; do
    [ -d "$version" ] || continue
    installed=$(basename "$version" | sed "s/_[0-9]*$//")
  done
done
present=no
if [ -f "$policy" ]; then present=yes; fi
line="installed=$installed policy=$present"
if [ $# -gt 0 ] && [ "$1" = --jamf ]; then echo "<result>$line</result>"; exit 0; fi
echo "$line"
[ "$installed" != no ] && [ "$present" = yes ]
