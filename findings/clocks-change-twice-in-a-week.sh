#!/bin/sh
# Clocks changed twice within exactly seven days, and a program that looks a zone up by weeks must bear it.
#
# Seen with: Node 20.20.2 and its own zone data (Intl, the IANA database), no package. Of all zones that Intl lists,
# from 2000 to 2039, none has two changes less than seven days apart. Three in Brazil (America/Boa_Vista,
# America/Noronha and America/Recife) have exactly seven: they began summer time on 8 October 2000 and ended
# it on 15 October. After 2010 the shortest time is three weeks (Africa/Cairo, 2010). So where the offset is the same
# at both ends of a week it held throughout, with one to spare; by months or quarters that would be wrong in Cairo.
#
# Takes about a minute and a half. Fails when the zone data say otherwise.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cat > "$folder/see.mjs" <<'SEE'
const DAY = 86_400_000;
const parts = {
  ...{ year: 'numeric', month: 'numeric', day: 'numeric' },
  ...{ hour: 'numeric', minute: 'numeric', second: 'numeric', hourCycle: 'h23' },
};
const gaps = [];
for (const timeZone of Intl.supportedValuesOf('timeZone')) {
  const clock = new Intl.DateTimeFormat('en-US', { timeZone, ...parts });
  const offsetAt = (at) => {
    const now = Object.fromEntries(clock.formatToParts(at).map(({ type, value }) => [type, +value]));
    return Date.UTC(now.year, now.month - 1, now.day, now.hour, now.minute, now.second) - at;
  };
  let before = offsetAt(Date.UTC(2000, 0, 1));
  let changed;
  for (let day = Date.UTC(2000, 0, 1); day < Date.UTC(2040, 0, 1); day += DAY) {
    const offset = offsetAt(day);
    if (offset === before) continue;
    if (changed !== undefined) gaps.push({ timeZone, day, days: (day - changed) / DAY });
    before = offset;
    changed = day;
  }
}
gaps.sort((one, other) => one.days - other.days);
console.log(`Node ${process.version}, zone data ${process.versions.tz}`);
for (const { timeZone, day, days } of gaps.slice(0, 5)) {
  console.log(`${timeZone}: ${days} days up to ${new Date(day).toISOString().slice(0, 10)}`);
}
const late = gaps.filter(({ day }) => day >= Date.UTC(2010, 0, 1));
const asDescribed = gaps[0]?.days === 7 && late[0]?.days === 21;
console.log(asDescribed ? 'As described.' : 'Changed.');
process.exitCode = asDescribed ? 0 : 1;
SEE
node "$folder/see.mjs"
