/** How many fall into each of several bins, a bar for each network. */
function bars(drawing, width) {
  return {
    height: 260,
    grid: { left: 44, right: width < NARROW ? 30 : 12, top: 30, bottom: 46 },
    xAxis: {
      type: 'category', data: drawing.names, name: drawing.x, nameLocation: 'middle', nameGap: 30,
      nameTextStyle: { color: SOFT, fontSize: 12 },
      axisLine: { lineStyle: { color: LINE } }, axisTick: { show: false },
      axisLabel: { color: SOFT, fontSize: 12, interval: binsBetweenLabels(drawing.names, width - 56) },
    },
    yAxis: Object.assign(valueAxis(drawing.y, false), { minInterval: 1, nameTextStyle: { color: SOFT, fontSize: 12, align: 'left', padding: [0, 0, 0, -36] } }),
    series: drawing.series.map(series => ({
      type: 'bar',
      barMaxWidth: 22,
      barGap: '15%',
      // a bar of no height would still have an outline
      data: series.values.map((value, i) => ({ value: value || null, tip: series.tips[i] })),
      itemStyle: series.network === 'dl4j'
        ? { color: 'transparent', borderColor: colour(series.network), borderWidth: 1.5 }
        : { color: colour(series.network) },
    })),
  };
}

// As wide as any letter of a label gets in 12 pixels, and what parts two labels.
const LETTER = 7.6;
const SPACE = 8;

/** How many bins go without a label after each that has one, so that labels stay apart. */
function binsBetweenLabels(names, width) {
  const longest = Math.max(...names.map(name => name.length)) * LETTER + SPACE;
  return Math.ceil(longest / (width / names.length)) - 1;
}
