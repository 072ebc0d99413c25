#!/bin/sh
# The whole way on the sample: convert, validate, verify, and a look at the result.
set -eu
cd "$(dirname "$0")/.."
source=samples/wcda-115114/input.txt
result=build/wcda-115114.xml

if [ -t 1 ] && [ -z "${NO_COLOR:-}" ]; then
    bold=$(printf '\033[1m'); green=$(printf '\033[32m'); dim=$(printf '\033[2m'); plain=$(printf '\033[0m')
else
    bold=''; green=''; dim=''; plain=''
fi
step() { printf '\n%s$ %s%s\n' "$bold" "$1" "$plain"; }
count() { sed -n "/<text>/,\$p" "$result" | grep -o "<$1[ >]" | wc -l | tr -d ' '; }

mkdir -p build
step "tei-cable convert $source -o $result"
tei-cable convert "$source" -o "$result"
step "tei-cable validate $result"
tei-cable validate "$result"
step "tei-cable verify $result $source"
tei-cable verify "$result" "$source"

printf '\n%sFrom%s\n%s' "$bold" "$plain" "$dim"
sed -n '36p' "$source" | cut -c1-220
printf '%s%sto%s\n%s' "$plain" "$bold" "$plain" "$dim"
grep -o '<p xml:id="p4".*' "$result" | cut -c1-660
printf '%s\n%s%s is valid TEI, and nothing of the page is lost%s\n' "$plain" "$green" "$result" "$plain"
printf '%s persons, %s places, %s organisations, %s dates, %s supplied passages tagged\n' \
    "$(count persName)" "$(count placeName)" "$(count orgName)" "$(count date)" "$(count supplied)"
