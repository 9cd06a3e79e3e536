/** A value for each epoch, a line for each network and split. */
function curves(drawing) {
  const first = drawing.lines[0].network;
  const trained = drawing.lines[0].split;
  const epochs = drawing.lines.flatMap(line => line.points.map(point => point.x));
  return {
    height: 280,
    grid: { left: 54, right: 74, top: 20, bottom: 44 },
    xAxis: Object.assign(valueAxis(drawing.x, false), {
      nameLocation: 'middle', nameGap: 26, minInterval: 1, splitLine: { show: false },
      min: Math.min(...epochs), max: Math.max(...epochs, Math.min(...epochs) + 1),
    }),
    yAxis: Object.assign(valueAxis('', drawing.percent), { scale: true, splitNumber: 4 }),
    series: drawing.lines.map(line => Object.assign({
      type: 'line',
      z: line.network === first ? 2 : 3,
      showAllSymbol: true,
      lineStyle: { color: colour(line.network), width: line.network === first ? 4 : 1.75, type: curveDash(line.network === first, line.split === trained) },
      data: line.points.map((point, i) => ({
        value: [point.x, point.y],
        tip: point.tip,
        label: {
          show: line.network === first && i === line.points.length - 1,
          position: 'right', distance: 9, color: INK, fontSize: 12, formatter: () => line.split,
        },
      })),
    }, sparse(mark(line.network, 7, 'transparent'), line.points.length))),
  };
}

/** Four ways: by network, and within each by what was measured on. */
function curveDash(first, trained) {
  if (trained) {
    return first ? 'solid' : [5, 6];
  }
  return first ? [12, 5] : [1, 4];
}

/** Marks on about ten points of a long curve, and on its last. */
function sparse(mark, points) {
  const step = points > 12 ? Math.ceil(points / 10) : 1;
  const size = mark.symbolSize;
  return Object.assign(mark, {
    symbolSize: (value, point) => (points - 1 - point.dataIndex) % step === 0 ? size : 0,
  });
}

/** Moves the names at the ends of the curves apart where they would cover each other. */
function spreadLabels(chart, option) {
  const labels = option.series
    .map((series, s) => ({ item: series.data[series.data.length - 1], s: s }))
    .filter(end => end.item.label.show)
    .map(end => ({ label: end.item.label, y: chart.convertToPixel({ seriesIndex: end.s }, end.item.value)[1] }))
    .sort((a, b) => a.y - b.y);
  let free = -Infinity;
  for (const end of labels) {
    const y = Math.max(end.y, free);
    end.label.offset = [0, y - end.y];
    free = y + 15;
  }
  chart.setOption(option, true);
}
