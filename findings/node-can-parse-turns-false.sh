#!/bin/sh
# URL.canParse of Node 20 turns false for an address with Latin letters beyond ASCII once it was called often.
#
# Seen with: Node 20.20.2 (Linux, x64), no package. For https://bücher.example/ it answers true for the first
# 3,600 calls or so and false from then on, while new URL(…) goes on reading the same text. The switch comes
# when the engine compiles the calling function; texts in ASCII, or with letters beyond Latin 1, aren't
# concerned. So a program drops addresses late in a long input, and a test fails once in many runs.
# A guard that works: new URL(…) in a try block.
#
# Fails when the behaviour has changed (as it may in another version of Node).
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cat > "$folder/see.mjs" <<'SEE'
const address = 'https://bücher.example/index.json';
const canParse = () => URL.canParse(address);
const first = canParse();
let calls = 1;
while (canParse() && calls < 1_000_000) calls += 1;
console.log(`Node ${process.version}: first call ${first}, false from call ${calls + 1} on`);
console.log(`new URL reads it: ${new URL(address).href}`);
const turns = first && calls < 1_000_000;
console.log(turns ? 'As described.' : 'Changed: it stays true.');
process.exitCode = turns ? 0 : 1;
SEE
node "$folder/see.mjs"
