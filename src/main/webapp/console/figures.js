// What the stream tells of the timers comes in two parts: what they are, whenever that changes, and what they did, each second.

let definitions = [];
let figures = [];

const spread = (values) => values && {p50: values[0], p99: values[1], max: values[2]};

function together(timer, values) {
  const [ticks, missed, overruns, errors, newTicks, newlyMissed, newErrors, late, run, lateAll, runAll, ...workers] = values;
  return {
    ...timer,
    ticks, missed, overruns, errors, newTicks, newlyMissed, newErrors,
    late: spread(late), run: spread(run), lateAll: spread(lateAll), runAll: spread(runAll),
    workers: timer.workers.map((worker, i) => {
      const [slice, tasks, ticks, missed, errors] = workers[i] ?? [0, 0, 0, 0, 0];
      return {...worker, slice, tasks, ticks, missed, errors};
    }),
  };
}

/** The timers with their figures; null while the two parts are not of the same timers. */
function timers() {
  return definitions.length === figures.length ? definitions.map((timer, i) => together(timer, figures[i])) : null;
}

/** @return the timers with the last figures, or null */
export function timersAre(list) {
  definitions = list;
  return timers();
}

/** @return the timers with these figures */
export function timersDid(list) {
  figures = list;
  return timers();
}
