#!/bin/sh
# Makes the segments of the recordings beside it; see README.md. Needs ffmpeg 5 (Debian: apt-get install ffmpeg).
# Run once: what it made is kept, so that nobody else needs ffmpeg.
set -eu
cd "$(dirname "$0")"

# Ten pictures a second, each with its number in ten columns of 16 points: white is 1, black 0, the
# lowest bit on the left.
count="nullsrc=s=160x32:r=10:d=24,geq=lum='16+219*mod(floor(N/pow(2,floor(X/16))),2)':cb=128:cr=128"

segments() { # NAME OFFSET INPUTS...
  name=$1 offset=$2
  shift 2
  ffmpeg -loglevel error -y "$@" -fps_mode passthrough -output_ts_offset "$offset" \
    -c:v libx264 -profile:v baseline -pix_fmt yuv420p -preset veryslow -crf 40 \
    -g 20 -keyint_min 20 -sc_threshold 0 -bsf:v filter_units=remove_types=6 \
    -f hls -hls_time 4 -hls_playlist_type vod -hls_segment_type mpegts \
    -hls_segment_options mpegts_flags=+pat_pmt_at_frames:pat_period=9:sdt_period=99:pcr_period=200 \
    -hls_segment_filename "$name-%d.mpegts" "$name.m3u8"
  rm "$name.m3u8"
}

segments film 20 -f lavfi -i "$count"
# What a reconnect leaves behind: the same pictures from second 12 on, by a clock that jumped.
for jump in later:23 back:19.8 anew:8; do
  segments "${jump%:*}" "${jump#*:}" -f lavfi -i "$count"
  rm "${jump%:*}"-[012].mpegts
done
# A sound that begins half a second before the first picture.
segments sound 20 -f lavfi -i "sine=frequency=440:sample_rate=8000:duration=24" -f lavfi -i "$count" \
  -filter_complex '[1]setpts=PTS+0.5/TB[late]' -map 0:a -map '[late]' -c:a aac -b:a 8k
