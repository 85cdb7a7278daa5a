// Drawings of the recent past: a strip of durations on a log scale, and the chart of a queue's rate.

const LOWEST = 3; // 10^3 ns = 1 µs
const HIGHEST = 9; // 1 s
const colours = {};

function readColours() {
  const style = getComputedStyle(document.documentElement);
  for (const name of ['strip', 'strip-soft', 'strip-line', 'bad', 'muted', 'line']) {
    colours[name] = style.getPropertyValue(`--${name}`).trim();
  }
}
readColours();

/** Canvases in view; nobody draws the others. */
const seen = new Set();
matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => {
  readColours();
  seen.forEach((canvas) => canvas.redraw?.());
});
const observer = new IntersectionObserver((entries) => {
  for (const entry of entries) {
    if (entry.isIntersecting) {
      seen.add(entry.target);
      entry.target.redraw?.();
    } else {
      seen.delete(entry.target);
    }
  }
});

/** Draws on a canvas at the screen's own resolution, now if it is in view, else when it comes into view. */
function draw(canvas, paint) {
  canvas.redraw = () => {
    const ratio = devicePixelRatio || 1;
    const width = canvas.clientWidth;
    const height = canvas.clientHeight;
    const [wide, high] = [Math.round(width * ratio), Math.round(height * ratio)];
    if (canvas.width !== wide || canvas.height !== high) {
      canvas.width = wide;
      canvas.height = high;
    }
    const pen = canvas.getContext('2d');
    pen.setTransform(ratio, 0, 0, ratio, 0, 0);
    pen.clearRect(0, 0, width, height);
    paint(pen, width, height);
  };
  if (seen.has(canvas)) {
    canvas.redraw();
  } else {
    observer.observe(canvas);
  }
}

/**
 * The median to the largest of each second as a bar, and the median as a dark tip; from 1 µs at the foot to 1 s at the top. A red foot marks
 * a second with missed ticks.
 *
 * @param points {median, most, missed}, oldest first; null where nothing ran
 */
export function drawStrip(canvas, points) {
  draw(canvas, (pen, width, height) => {
    const level = (nanos) => {
      const share = (Math.log10(Math.max(nanos, 1)) - LOWEST) / (HIGHEST - LOWEST);
      return height - 2 - Math.min(1, Math.max(0, share)) * (height - 4);
    };
    pen.fillStyle = colours['strip-line'];
    for (let power = LOWEST + 1; power < HIGHEST; power++) {
      pen.fillRect(0, Math.round(level(10 ** power)), width, 1);
    }
    const step = width / 120;
    points.slice(-120).forEach((point, i, all) => {
      if (!point) {
        return;
      }
      const x = width - (all.length - i) * step;
      const low = level(point.median);
      const high = level(point.most);
      pen.fillStyle = colours['strip-soft'];
      pen.fillRect(x, high, step, Math.max(1, low - high));
      pen.fillStyle = colours.strip;
      pen.fillRect(x, low - 1, step, 2);
      if (point.missed) {
        pen.fillStyle = colours.bad;
        pen.fillRect(x, height - 3, Math.max(step, 2), 3);
      }
    });
  });
}

/**
 * Calls a second: passed as an area, offered as a line, the limit dashed.
 *
 * @param points {offered, passed}, one a second, oldest first
 */
export function drawRate(canvas, points, limit, span) {
  draw(canvas, (pen, width, height) => {
    const top = Math.max(limit * 1.15, ...points.map((point) => point.offered), 1) * 1.06;
    const y = (value) => height - 1 - (value / top) * (height - 4);
    const x = (i) => width - (points.length - 1 - i) * (width / (span - 1));
    pen.lineJoin = 'round';
    if (points.length > 1) {
      pen.beginPath();
      pen.moveTo(x(0), height);
      points.forEach((point, i) => pen.lineTo(x(i), y(point.passed)));
      pen.lineTo(width, height);
      pen.fillStyle = colours['strip-soft'];
      pen.fill();
      line(pen, points.map((point, i) => [x(i), y(point.passed)]), colours.strip, 1.5);
      line(pen, points.map((point, i) => [x(i), y(point.offered)]), colours.muted, 1);
    }
    pen.setLineDash([4, 3]);
    line(pen, [[0, y(limit)], [width, y(limit)]], colours.bad, 1);
    pen.setLineDash([]);
  });
}

function line(pen, places, colour, width) {
  pen.beginPath();
  places.forEach(([x, y]) => pen.lineTo(x, y));
  pen.strokeStyle = colour;
  pen.lineWidth = width;
  pen.stroke();
}
