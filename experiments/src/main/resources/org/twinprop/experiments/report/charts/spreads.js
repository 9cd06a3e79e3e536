/** Means over repetitions against something that doubles, each with the range of its repetitions. */
function spreads(drawing, width) {
  const all = drawing.lines.flatMap(line => line.points);
  const highest = Math.max(...all.map(point => point.high));
  const scale = withZero(0, highest, 4);
  const xs = [...new Set(all.map(point => point.x))].sort((a, b) => a - b);
  return {
    height: 300,
    grid: { left: 54, right: 84, top: 20, bottom: 48 },
    xAxis: Object.assign(valueAxis(drawing.x, false), {
      type: 'log', nameLocation: 'middle', nameGap: 30, splitLine: { show: false },
      min: xs[0] / 1.15, max: xs[xs.length - 1] * 1.15,
      // labels at the points themselves, and not where they would touch
      axisLabel: { show: false },
    }),
    yAxis: Object.assign(valueAxis('', drawing.percent), scale),
    series: drawing.lines.map((line, i) => Object.assign({
      type: 'line',
      z: 3 - i,
      showAllSymbol: true,
      lineStyle: { color: colour(line.network), width: 2, type: dash(line.network) },
      markLine: {
        silent: true, symbol: 'none', label: { show: false },
        data: line.points.map(point => [
          { coord: [point.x, point.low], lineStyle: { color: colour(line.network), width: 2, type: 'solid', opacity: 0.6 } },
          { coord: [point.x, point.high] },
        ]),
      },
      data: line.points.map((point, p) => ({
        value: [point.x, point.y],
        tip: point.tip,
        label: {
          show: p === line.points.length - 1,
          position: 'right', distance: 9, color: INK, fontSize: 12, formatter: () => line.split,
        },
      })),
    }, mark(line.network, 8, 'var(--paper)'))).concat([placesBelow(xs, scale.min, width)]),
  };
}

/** The values on the axis, leaving out those that would touch the one before. */
function placesBelow(xs, bottom, width) {
  const span = Math.log(xs[xs.length - 1] / xs[0]) || 1;
  let free = -Infinity;
  return {
    type: 'scatter', silent: true, symbolSize: 0, z: 1,
    data: xs.map(x => {
      const place = Math.log(x / xs[0]) / span * (width - 150);
      const shown = place >= free;
      free = shown ? place + 52 : free;
      return { value: [x, bottom], label: { show: shown, position: 'bottom', distance: 8, color: SOFT, fontSize: 12, formatter: () => short(x) } };
    }),
  };
}
