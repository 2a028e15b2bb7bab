#!/bin/sh
# LibreOffice Calc shows a length below a day as a time of day where the language's clock has twelve hours.
#
# Seen with: LibreOffice 7.4.7 (Debian 12) and workbooks of exceljs 4.4.0, which writes the format [h]:mm:ss under
# its built-in number 46, as Excel does. Saved to CSV as shown, 2 h 20 min becomes "02:20:00 AM" in English of the US
# and "02:20:00 sáng" in Vietnamese, 6 min 50 s "12:06:50 AM" and 14 h 30 min "02:30:00 PM"; 26 h 30 min stays
# "26:30:00". In German, whose clock has 24 hours, all four stay lengths. So a column of lengths may hold words of the
# day, and twelve there means none.
#
# Needs soffice, or installs it on Debian as root. Fails when the behaviour has changed.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
if ! command -v soffice >/dev/null; then
  apt-get update -qq
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends libreoffice-calc-nogui >/dev/null
fi
cd "$folder"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund exceljs@4.4.0 >/dev/null
cat > write.cjs <<'JS'
const { Workbook } = require('exceljs');
const book = new Workbook();
const sheet = book.addWorksheet('lengths');
for (const [row, seconds] of [8400, 410, 52200, 95400].entries()) {
  const cell = sheet.getCell(row + 1, 1);
  cell.value = seconds / 86400;
  cell.numFmt = '[h]:mm:ss';
}
book.xlsx.writeFile('lengths.xlsx');
JS
node write.cjs
shown() {
  mkdir -p "$1/profile/user"
  cat > "$1/profile/user/registrymodifications.xcu" <<XML
<?xml version="1.0" encoding="UTF-8"?><oor:items xmlns:oor="http://openoffice.org/2001/registry"><item oor:path="/org.openoffice.Setup/L10N"><prop oor:name="ooSetupSystemLocale" oor:op="fuse"><value>$1</value></prop></item></oor:items>
XML
  soffice "-env:UserInstallation=file://$folder/$1/profile" --headless \
    --convert-to 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false' \
    --outdir "$1" lengths.xlsx >/dev/null 2>&1
  tr '\n' ' ' < "$1/lengths.csv"
}
soffice --version
failed=0
for locale in en-US vi-VN de-DE; do
  text=$(shown "$locale")
  echo "$locale: $text"
  case "$locale:$text" in
    "en-US:02:20:00 AM 12:06:50 AM 02:30:00 PM 26:30:00 ") ;;
    "de-DE:02:20:00 00:06:50 14:30:00 26:30:00 ") ;;
    "vi-VN:02:20:00 sáng 12:06:50 sáng 02:30:00 chiều 26:30:00 ") ;;
    *) failed=1 ;;
  esac
done
[ "$failed" = 0 ] || { echo 'The behaviour has changed.'; exit 1; }
echo 'As seen.'
