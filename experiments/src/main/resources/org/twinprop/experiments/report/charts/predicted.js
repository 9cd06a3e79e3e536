/** What was predicted for what is true, beside the line where both are the same. */
function predicted(drawing) {
  const step = roundStep(drawing.high - drawing.low, 5);
  const scale = {
    min: step * Math.floor(drawing.low / step),
    max: step * Math.max(Math.floor(drawing.low / step) + 1, Math.ceil(drawing.high / step)),
    interval: step,
  };
  const letters = Math.max(short(scale.min).length, short(scale.max).length, short(scale.min + step).length);
  const axis = name => Object.assign(valueAxis('', false), scale, { name: name, nameLocation: 'middle' });
  return {
    height: 290,
    grid: { left: 34 + 7.5 * letters, right: 10 + 3.5 * letters, top: 12, bottom: 46 },
    xAxis: Object.assign(axis(drawing.x), { nameGap: 28 }),
    yAxis: Object.assign(axis(drawing.y), { nameGap: 16 + 7.5 * letters }),
    series: [Object.assign({
      type: 'scatter',
      z: 3,
      data: drawing.points.map(point => ({ value: [point.x, point.y], tip: point.tip })),
      markLine: {
        silent: true,
        symbol: 'none',
        label: { show: false },
        data: [[{ coord: [scale.min, scale.min], lineStyle: { color: SOFT, width: 1, type: [2, 3] } }, { coord: [scale.max, scale.max] }]],
      },
    }, mark('first', 7, 'var(--paper)'), { itemStyle: { color: colour('first'), opacity: 0.6 } })],
  };
}
