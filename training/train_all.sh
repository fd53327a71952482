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

dev="$here/curricula/dev/in.jsonl.gz $here/curricula/dev/mixed.jsonl.gz $here/curricula/dev/talk.jsonl.gz"
held=$here/curricula/held/cases.jsonl.gz
told="$here/curricula/curricula/intents.jsonl.gz $here/curricula/curricula/spam.jsonl.gz"
CLAUSIER_SHARED=$shared
export CLAUSIER_SHARED
# The held-out cases stay out of the weighing, which the heads read: they choose the thresholds of these.
# shellcheck disable=SC2086  # several files
"$python" "$here/intents.py" $dev $told
"$python" "$here/prepare.py" --shared "$shared" --written "$here/curricula" "$work/lines"
"$python" "$here/named.py" "$work/lines"
"$python" "$here/ordinary.py" "$work/lines"
"$python" "$here/compose.py" "$work/lines"
"$python" "$here/encode.py" "$work/lines" "$work/seen" --shared "$shared"
"$python" "$here/all.py" "$work/lines" "$work/seen" "$weights"
# shellcheck disable=SC2086  # several files
"$python" "$here/intent_head.py" "$weights/intent.npz" $dev "$held" $told
"$python" "$root/benchmarks/heads.py" "$shared" --json "$work/figures.json"
"$python" "$here/card.py" "$work/figures.json"
