#!/bin/sh
# Makes all the weights again: lines, what is seen in them, the networks, the figures, the model card.
#   training/train_all.sh SHARED WORK
# SHARED holds data/ and cases/ (see benchmarks/README.md); WORK is a folder for some ten gigabytes of what was read.
set -eu

here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd -P)
root=$(dirname "$here")
shared=$1 work=$2
python=${PYTHON:-python}
weights=$root/src/clausier/library/weights
PYTHONPATH=$root/src OPENBLAS_NUM_THREADS=1
export PYTHONPATH OPENBLAS_NUM_THREADS

"$python" "$here/prepare.py" --shared "$shared" --written "$here/curricula" "$work/lines"
"$python" "$here/named.py" "$work/lines"
"$python" "$here/ordinary.py" "$work/lines"
"$python" "$here/compose.py" "$work/lines"
"$python" "$here/encode.py" "$work/lines" "$work/seen" --shared "$shared"
"$python" "$here/all.py" "$work/lines" "$work/seen" "$weights"
"$python" "$root/benchmarks/heads.py" "$shared" --json "$work/figures.json"
"$python" "$here/card.py" "$work/figures.json"
