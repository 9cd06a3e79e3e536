/** A scale between round numbers that holds zero and all values, in about so many steps. */
function withZero(lowest, highest, steps) {
  const step = roundStep(highest - Math.min(0, lowest), steps);
  return {
    min: lowest < 0 ? -step * Math.ceil(-lowest / step - 1e-9) : 0,
    interval: step,
    max: highest <= 0 && lowest < 0 ? 0 : step * Math.max(1, Math.ceil(highest / step - 1e-9)),
  };
}

/** Groups below each other, a mark and an interval for each network. */
function intervals(drawing, width) {
  const rows = drawing.rows;
  const networks = [...new Set(drawing.dots.map(dot => dot.network))];
  // where no row has two marks, all are on the line of their names, which then have the room
  const alone = new Set(drawing.dots.map(dot => dot.row)).size === drawing.dots.length;
  const marks = alone ? 1 : networks.length;
  const longest = Math.max(...rows.map(row => oneLine(row.name).length));
  // on a narrow screen long names stand above their marks instead of beside them
  const narrow = width < NARROW && longest > 8;
  const left = narrow ? 14 : Math.min(alone ? 0.46 * width : 250, 36 + 7.5 * longest);
  const names = { type: 'category', data: rows.map(row => oneLine(row.name)), inverse: true, axisTick: { show: false }, axisLine: { show: false } };
  const values = drawing.dots.flatMap(dot => [dot.low, dot.high]);
  const scale = withZero(Math.min(...values), Math.max(...values), width < NARROW ? 4 : 7);
  return {
    height: rows.length * (narrow ? 30 + 16 * marks : 18 + 14 * marks) + 58,
    grid: { left: left, right: narrow ? 16 : 70, top: 24, bottom: 34 },
    xAxis: Object.assign(valueAxis('', !drawing.plain), scale),
    yAxis: [
      Object.assign({}, names, { axisLabel: { show: !narrow, color: INK, fontSize: 13, interval: 0, overflow: 'truncate', margin: 14, width: left - 18 } }),
      Object.assign({}, names, { position: 'right', data: rows.map(row => row.rate), axisLabel: { show: !narrow, color: SOFT, fontSize: 12, interval: 0, margin: 12 } }),
      { type: 'value', show: false, inverse: true, min: -0.5, max: rows.length - 0.5 },
    ],
    series: networks.map((network, i) => intervalSeries(drawing, network, alone ? 0 : (i - (networks.length - 1) / 2) * 0.32, narrow))
      .concat(narrow ? [namesAbove(rows, width, scale.min)] : [])
      .concat(drawing.reference ? [reference(drawing.reference, (drawing.reference.value - scale.min) / (scale.max - scale.min))] : []),
  };
}

function intervalSeries(drawing, network, offset, narrow) {
  const dots = drawing.dots.filter(dot => dot.network === network);
  const y = dot => dot.row + offset + (narrow ? 0.16 : 0);
  const opacity = dot => dot.faint ? 0.45 : 1;
  const line = (dot, low, high, look) => [
    { coord: [low, y(dot)], lineStyle: Object.assign({ color: colour(network) }, look) },
    { coord: [high, y(dot)] },
  ];
  return Object.assign({
    type: 'scatter',
    yAxisIndex: 2,
    z: 3,
    data: dots.map(dot => ({ value: [dot.value, y(dot)], tip: dot.tip, itemStyle: { opacity: opacity(dot) } })),
    markLine: {
      silent: true,
      symbol: 'none',
      label: { show: false },
      z: 2,
      data: dots.map(dot => line(dot, dot.low, dot.high, { width: 2, type: dash(network), opacity: opacity(dot) }))
        .concat(dots.filter(dot => dot.middle).map(dot => line(dot, dot.middle.low, dot.middle.high, { width: 9, type: 'solid', opacity: opacity(dot) / 2 }))),
    },
  }, mark(network, 9, 'var(--paper)'));
}

function namesAbove(rows, width, left) {
  const letters = Math.floor((width - 30) / 7);
  const cut = name => name.length > letters ? name.slice(0, letters - 1) + '…' : name;
  return {
    type: 'scatter',
    yAxisIndex: 2,
    silent: true,
    symbolSize: 0,
    itemStyle: { opacity: 1 },
    data: rows.map((row, i) => ({
      value: [left, i - 0.3],
      label: { show: true, position: 'right', distance: 0, color: INK, fontSize: 13, backgroundColor: 'var(--paper)', padding: [1, 3, 1, 0], formatter: () => cut(oneLine(row.name)) },
    })),
  };
}

function reference(line, share) {
  return {
    type: 'scatter',
    yAxisIndex: 2,
    data: [],
    markLine: {
      silent: true,
      symbol: 'none',
      z: 0,
      lineStyle: { color: SOFT, width: 1, type: [2, 3] },
      label: { position: 'start', distance: 6, align: share < 0.15 ? 'left' : share > 0.85 ? 'right' : 'center', color: SOFT, fontSize: 12, formatter: () => line.label },
      data: [{ xAxis: line.value }],
    },
  };
}
