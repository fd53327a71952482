#!/bin/sh
# Makes the environment of the peers, apart from ours: sh benchmarks/peers.sh FOLDER (about 400 MB).
set -eu
[ $# -eq 1 ] || { echo "usage: sh benchmarks/peers.sh FOLDER" >&2; exit 2; }
python3 -m venv "$1"
"$1/bin/pip" install --quiet --requirement "$(dirname "$0")/peers.txt"
echo "Peers are ready: --peers $1"
