/** What came true of scores, with intervals, beside the line where both are the same. */
function calibration(drawing) {
  const points = drawing.points;
  const axis = name => Object.assign(valueAxis('', true), { min: 0, max: 100, interval: 25, name: name, nameLocation: 'middle' });
  return {
    height: 250,
    grid: { left: 62, right: 24, top: 12, bottom: 46 },
    xAxis: Object.assign(axis(drawing.x), { nameGap: 28 }),
    yAxis: Object.assign(axis(drawing.y), { nameGap: 48 }),
    series: [Object.assign({
      type: 'scatter',
      z: 3,
      data: points.map(point => ({ value: [point.x, point.y], tip: point.tip })),
      markLine: {
        silent: true,
        symbol: 'none',
        label: { show: false },
        data: [[{ coord: [0, 0], lineStyle: { color: SOFT, width: 1, type: [2, 3] } }, { coord: [100, 100] }]].concat(
          points.map(point => [
            { coord: [point.x, point.low], lineStyle: { color: colour('first'), width: 2, type: 'solid' } },
            { coord: [point.x, point.high] },
          ])),
      },
    }, mark('first', 8, 'var(--paper)'))],
  };
}
