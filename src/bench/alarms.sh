#!/bin/sh
# The step test that decides about alarms of speed, over made-up histories: 500 series of 200 nights together, noise of 2 % of which 1 %
# of measurements are outliers, steps of 3, 5 and 10 %. Prints false alarms in 100 nights over all series, and how many steps are
# found in the first, second and third night. What a repetition renews of the noise cannot be known beforehand, so that there is a row for each
# assumption: 0 %, where it gives the same number again, to 100 %; the rest is a first-order autoregressive process from night to night.
# Usage: src/bench/alarms.sh [HISTORIES OF 200 NIGHTS FOR THE FALSE ALARMS OF EACH ROW]
set -eu
. "$(dirname -- "$0")/program.sh"
run pruefstand.metric.AlarmTable "${1:-5}"
