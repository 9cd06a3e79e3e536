// Draws the charts of the report from what stands in their data-drawing attributes. Colours are
// CSS variables, so that light, dark and print need no redrawing; texts from the data reach the
// page as text only, never as HTML.
(function () {
  'use strict';

  const FONT = 'system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", "Noto Sans", "Liberation Sans", sans-serif';
  const INK = 'var(--ink)';
  const SOFT = 'var(--soft)';
  const LINE = 'var(--line)';
  const NARROW = 560;
  // What an A4 and a Letter page both have room for, in CSS pixels.
  const PRINTED_WIDTH = 640;

  const colour = network => 'var(--' + network + ')';
  const dash = network => network === 'dl4j' ? [5, 3] : 'solid';
  const oneLine = text => text.replace(/\s+/g, ' ');

  /** Filled circles are hand-written, hollow diamonds DL4J: told apart without colour too. */
  function mark(network, size, hollow) {
    return network === 'dl4j'
      ? { symbol: 'diamond', symbolSize: size + 6, itemStyle: { color: hollow, borderColor: colour(network), borderWidth: 2 } }
      : { symbol: 'circle', symbolSize: size, itemStyle: { color: colour(network) } };
  }

  function valueAxis(name, percent) {
    return {
      type: 'value',
      name: name,
      nameTextStyle: { color: SOFT, fontSize: 12 },
      axisLine: { show: false },
      axisTick: { show: false },
      axisLabel: { color: SOFT, fontSize: 12, formatter: value => short(value) + (percent ? '%' : '') },
      splitLine: { lineStyle: { color: LINE } },
    };
  }

  function short(value) {
    return Math.abs(value) >= 10000 ? value.toLocaleString('en') : String(Number(value.toPrecision(4)));
  }

  /** A scale from zero to a round number that holds all, in at most so many steps. */
  function fromZero(highest, steps) {
    const least = Math.max(highest, 1e-9) / steps;
    const power = Math.pow(10, Math.floor(Math.log10(least)));
    const step = [1, 2, 2.5, 5, 10].map(factor => factor * power).find(candidate => candidate >= least * (1 - 1e-9));
    return { min: 0, interval: step, max: step * Math.ceil(highest / step - 1e-9) };
  }

  /** Groups below each other, a mark and an interval for each network. */
  function intervals(drawing, width) {
    const rows = drawing.rows;
    const networks = [...new Set(drawing.dots.map(dot => dot.network))];
    const longest = Math.max(...rows.map(row => oneLine(row.name).length));
    // on a narrow screen long names stand above their marks instead of beside them
    const narrow = width < NARROW && longest > 8;
    const left = narrow ? 14 : Math.min(250, 36 + 7.5 * longest);
    const names = { type: 'category', data: rows.map(row => oneLine(row.name)), inverse: true, axisTick: { show: false }, axisLine: { show: false } };
    const scale = fromZero(Math.max(...drawing.dots.map(dot => dot.high)), width < NARROW ? 4 : 7);
    return {
      height: rows.length * (narrow ? 30 + 16 * networks.length : 18 + 14 * networks.length) + 58,
      grid: { left: left, right: narrow ? 16 : 70, top: 24, bottom: 34 },
      xAxis: Object.assign(valueAxis('', true), scale),
      yAxis: [
        Object.assign({}, names, { axisLabel: { show: !narrow, color: INK, fontSize: 13, interval: 0, overflow: 'truncate', margin: 14, width: left - 18 } }),
        Object.assign({}, names, { position: 'right', data: rows.map(row => row.rate), axisLabel: { show: !narrow, color: SOFT, fontSize: 12, interval: 0, margin: 12 } }),
        { type: 'value', show: false, inverse: true, min: -0.5, max: rows.length - 0.5 },
      ],
      series: networks.map((network, i) => intervalSeries(drawing, network, (i - (networks.length - 1) / 2) * 0.32, narrow))
        .concat(narrow ? [namesAbove(rows, width)] : [])
        .concat(drawing.reference ? [reference(drawing.reference, drawing.reference.value / scale.max)] : []),
    };
  }

  function intervalSeries(drawing, network, offset, narrow) {
    const dots = drawing.dots.filter(dot => dot.network === network);
    const y = dot => dot.row + offset + (narrow ? 0.16 : 0);
    const opacity = dot => dot.faint ? 0.45 : 1;
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
        data: dots.map(dot => [
          { coord: [dot.low, y(dot)], lineStyle: { color: colour(network), width: 2, type: dash(network), opacity: opacity(dot) } },
          { coord: [dot.high, y(dot)] },
        ]),
      },
    }, mark(network, 9, 'var(--paper)'));
  }

  function namesAbove(rows, width) {
    const letters = Math.floor((width - 30) / 7);
    const cut = name => name.length > letters ? name.slice(0, letters - 1) + '…' : name;
    return {
      type: 'scatter',
      yAxisIndex: 2,
      silent: true,
      symbolSize: 0,
      itemStyle: { opacity: 1 },
      data: rows.map((row, i) => ({
        value: [0, i - 0.3],
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

  /** A value for each epoch, a line for each network and split. */
  function curves(drawing) {
    const first = drawing.lines[0].network;
    const epochs = drawing.lines.flatMap(line => line.points.map(point => point.x));
    return {
      height: 280,
      grid: { left: 54, right: 74, top: 20, bottom: 44 },
      xAxis: Object.assign(valueAxis(drawing.x, false), {
        nameLocation: 'middle', nameGap: 26, minInterval: 1, splitLine: { show: false },
        min: Math.min(...epochs), max: Math.max(...epochs),
      }),
      yAxis: Object.assign(valueAxis('', drawing.percent), { scale: true, splitNumber: 4 }),
      series: drawing.lines.map(line => Object.assign({
        type: 'line',
        z: line.network === first ? 2 : 3,
        showAllSymbol: true,
        lineStyle: { color: colour(line.network), width: line.network === first ? 4 : 1.75, type: line.network === first ? 'solid' : [5, 6] },
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

  /** How many fall into each of several bins, a bar for each network. */
  function bars(drawing, width) {
    return {
      height: 260,
      grid: { left: 44, right: 12, top: 30, bottom: 46 },
      xAxis: {
        type: 'category', data: drawing.names, name: drawing.x, nameLocation: 'middle', nameGap: 30,
        nameTextStyle: { color: SOFT, fontSize: 12 },
        axisLine: { lineStyle: { color: LINE } }, axisTick: { show: false },
        axisLabel: { color: SOFT, fontSize: 12, hideOverlap: true, interval: width < NARROW ? 'auto' : 0 },
      },
      yAxis: Object.assign(valueAxis(drawing.y, false), { minInterval: 1, nameTextStyle: { color: SOFT, fontSize: 12, align: 'left', padding: [0, 0, 0, -36] } }),
      series: drawing.series.map(series => ({
        type: 'bar',
        barMaxWidth: 22,
        barGap: '15%',
        data: series.values.map((value, i) => ({ value: value, tip: series.tips[i] })),
        itemStyle: series.network === 'dl4j'
          ? { color: 'transparent', borderColor: colour(series.network), borderWidth: 1.5 }
          : { color: colour(series.network) },
      })),
    };
  }

  let printing = false;
  const KINDS = { intervals, curves, bars };

  function tooltip() {
    return {
      trigger: 'item',
      confine: true,
      className: 'tip',
      backgroundColor: 'var(--panel)',
      borderColor: LINE,
      formatter: item => {
        const box = document.createElement('div');
        for (const line of item.data.tip || []) {
          const paragraph = document.createElement('p');
          paragraph.textContent = line;
          box.append(paragraph);
        }
        return box;
      },
    };
  }

  function draw(plot, width) {
    const option = KINDS[plot.element.dataset.kind](plot.drawing, width);
    plot.element.style.height = Math.round(option.height * (printing ? 0.8 : 1)) + 'px';
    delete option.height;
    plot.chart.resize({ width: width, height: plot.element.clientHeight });
    option.animation = false;
    option.textStyle = { fontFamily: FONT };
    option.tooltip = tooltip();
    option.series.forEach(series => { series.emphasis = { disabled: true }; });
    plot.chart.setOption(option, true);
    if (plot.element.dataset.kind === 'curves') {
      spreadLabels(plot.chart, option);
    }
    plot.points = option.series.flatMap((series, s) =>
      series.data.flatMap((item, d) => item.tip ? [{ seriesIndex: s, dataIndex: d }] : []));
    plot.width = width;
    scaleWithPage(plot);
  }

  /** Lets style sheets shrink the drawing on paper that is narrower than expected. */
  function scaleWithPage(plot) {
    const svg = plot.element.querySelector('svg');
    svg.setAttribute('viewBox', '0 0 ' + plot.chart.getWidth() + ' ' + plot.chart.getHeight());
  }

  /** The arrow keys walk through the points, as a mouse would. */
  function walk(plot, event) {
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    if (event.key === 'Escape') {
      plot.chart.dispatchAction({ type: 'hideTip' });
    } else if (step && plot.points.length > 0) {
      event.preventDefault();
      plot.at = ((plot.at === undefined ? (step > 0 ? -1 : 0) : plot.at) + step + plot.points.length) % plot.points.length;
      plot.chart.dispatchAction(Object.assign({ type: 'showTip' }, plot.points[plot.at]));
    }
  }

  const plots = [...document.querySelectorAll('.plot')].map(element => ({
    element: element,
    drawing: JSON.parse(element.dataset.drawing),
    chart: echarts.init(element, null, { renderer: 'svg', width: element.clientWidth, height: 200 }),
  }));

  const drawAll = () => plots.forEach(plot => draw(plot, plot.element.clientWidth));
  const onPaper = plot => plot.element.closest('.pair') ? PRINTED_WIDTH / 2 - 12 : PRINTED_WIDTH;

  drawAll();
  plots.forEach(plot => {
    plot.element.addEventListener('keydown', event => walk(plot, event));
    plot.element.addEventListener('blur', () => plot.chart.dispatchAction({ type: 'hideTip' }));
    new ResizeObserver(() => {
      if (!printing && plot.element.clientWidth > 0 && plot.element.clientWidth !== plot.width) {
        draw(plot, plot.element.clientWidth);
      }
    }).observe(plot.element);
  });

  window.addEventListener('beforeprint', () => {
    printing = true;
    plots.forEach(plot => draw(plot, onPaper(plot)));
  });
  window.addEventListener('afterprint', () => {
    printing = false;
    drawAll();
  });
})();
