#!/bin/sh
# Second Thought in Brave: installed, version, policy. It reads no history.
set -u
id='lkphlbihphnmfikfmagkbjapigdnpopf'
profiles='.config/BraveSoftware/Brave-Browser'
policy='/etc/brave/policies/managed/second-thought.json'
installed=no
for home in /home/* /root; do
  for version in "$home/$profiles"/*/Extensions/"$id"/*/; do
    [ -d "$version" ] || continue
    installed=$(basename "$version" | sed "s/_[0-9]*$//")
  done
done
present=no
if [ -f "$policy" ] && grep -q "$id" "$policy"; then present=yes; fi
line="installed=$installed policy=$present"
if [ $# -gt 0 ] && [ "$1" = --jamf ]; then echo "<result>$line</result>"; exit 0; fi
echo "$line"
[ "$installed" != no ] && [ "$present" = yes ]
