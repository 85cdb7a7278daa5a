// Numbers and times as people read them.

const whole = new Intl.NumberFormat('en');
const tenth = new Intl.NumberFormat('en', {minimumFractionDigits: 1, maximumFractionDigits: 1});

export const number = (value) => whole.format(value);
export const rate = (value) => (value >= 100 ? whole.format(Math.round(value)) : tenth.format(value));

/** Nanoseconds with three digits and a unit. */
export function duration(nanos) {
  if (nanos == null) {
    return '–';
  }
  for (const [unit, size] of [['s', 1e9], ['ms', 1e6], ['µs', 1e3]]) {
    if (nanos >= size * 0.9995) {
      const value = nanos / size;
      return `${value >= 99.95 ? Math.round(value) : value >= 9.995 ? value.toFixed(1) : value.toFixed(2)} ${unit}`;
    }
  }
  return `${Math.round(nanos)} ns`;
}

/** How long something has lasted, in its two largest units. */
export function uptime(seconds) {
  const units = [['d', 86400], ['h', 3600], ['min', 60], ['s', 1]];
  const from = Math.max(0, units.findIndex(([, size]) => seconds >= size));
  let rest = Math.max(0, Math.floor(seconds));
  return units
    .slice(from, from + 2)
    .map(([unit, size]) => {
      const count = Math.floor(rest / size);
      rest -= count * size;
      return `${count} ${unit}`;
    })
    .join(' ');
}

const clock = new Intl.DateTimeFormat('en-GB', {hour: '2-digit', minute: '2-digit', second: '2-digit'});
export const time = (millis) => clock.format(millis);
export const plural = (count, noun) => `${number(count)} ${noun}${count === 1 ? '' : 's'}`;
