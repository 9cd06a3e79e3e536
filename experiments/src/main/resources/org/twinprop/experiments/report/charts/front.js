/** Candidates by two measures; those that no other beats in both are filled and joined. */
function front(drawing, width) {
  const joined = drawing.points.filter(point => point.front).sort((a, b) => a.x - b.x || b.y - a.y);
  const others = drawing.points.filter(point => !point.front && !point.faint);
  const faint = drawing.points.filter(point => !point.front && point.faint);
  const narrow = width < NARROW;
  const axis = (name, values) => Object.assign(
    valueAxis('', drawing.percent),
    drawing.doubling ? doubling(values, drawing.percent) : spanning(values, narrow ? 4 : 6),
    { name: name, nameLocation: 'middle' },
  );
  return {
    height: narrow ? 340 : 420,
    grid: { left: 66, right: 22, top: 18, bottom: 50 },
    xAxis: Object.assign(axis(drawing.x, drawing.points.map(point => point.x)), { nameGap: 30 }),
    yAxis: Object.assign(axis(drawing.y, drawing.points.map(point => point.y)), { nameGap: 50 }),
    series: [
      {
        type: 'line',
        step: 'end',
        silent: true,
        symbol: 'none',
        z: 1,
        lineStyle: { color: colour('first'), width: 1.5, type: [5, 4] },
        data: joined.map(point => [point.x, point.y]),
      },
      Object.assign(frontSeries(faint, false), mark('fourth', 7, 'var(--paper)'), { z: 2 }),
      Object.assign(frontSeries(others, false), mark('second', 5, 'var(--paper)'), { z: 3 }),
      Object.assign(frontSeries(joined, true), mark('first', 11, 'var(--paper)'), { z: 4 }),
    ],
  };
}

function frontSeries(points, named) {
  return {
    type: 'scatter',
    labelLayout: { hideOverlap: true },
    data: points.map(point => ({
      value: [point.x, point.y],
      tip: point.tip,
      label: { show: named, position: 'top', distance: 5, color: INK, fontSize: 12, formatter: () => point.name },
    })),
  };
}

/** A logarithmic scale: each line stands for twice the value of the one before. */
function doubling(values, percent) {
  const power = (value, round) => Math.pow(2, round(Math.log2(value)));
  return { type: 'log', logBase: 2, min: power(Math.min(...values), Math.floor), max: Math.min(percent ? 100 : Infinity, power(Math.max(...values), Math.ceil)) };
}

/** Round ends around all values, with zero where that is near. */
function spanning(values, steps) {
  const lowest = Math.min(...values);
  const highest = Math.max(...values);
  const from = lowest < 0.5 * highest ? 0 : lowest - 0.1 * (highest - lowest || highest || 1);
  const scale = withZero(0, highest - from, steps);
  const min = scale.interval * Math.floor(from / scale.interval + 1e-9);
  return { min: min, max: scale.interval * Math.ceil(highest / scale.interval - 1e-9) || scale.interval, interval: scale.interval };
}
