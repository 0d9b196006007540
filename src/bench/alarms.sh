#!/bin/sh
# The step test that decides about alarms of speed, over made-up histories: 500 series of 200 nights together, noise of 2 % of which 1 %
# of measurements are outliers, steps of 3, 5 and 10 %. Prints false alarms in 100 nights over all series, and how many steps are
# found by the first, second and third night. What a repetition renews of the noise cannot be known beforehand, so that there is a row for each
# assumption. "share": so much of the variance is another each time, the rest is a first-order autoregressive process from night to night. The others
# take the night's first value as such a process itself: a repetition is a next step from it ("from_first"), or tonight's innovation drawn anew
# ("innovation"), or a step of the same process that goes on with it ("each_step"). The test knows none of this and learns it.
# Usage: src/bench/alarms.sh [HISTORIES OF 200 NIGHTS FOR EACH NUMBER] [HOW THE ROWS WANTED BEGIN, such as "share       75" [FIRST SEED]]
set -eu
. "$(dirname -- "$0")/program.sh"
run pruefstand.metric.AlarmTable "${1:-3}" "${2:-}" "${3:-1}"
