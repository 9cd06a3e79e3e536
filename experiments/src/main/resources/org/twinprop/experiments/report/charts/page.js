// Draws the charts of the page from what stands in their data-drawing attributes. Texts from the
// data reach the page as text only, never as HTML.
let printing = false;
const KINDS = { intervals, curves, spreads, bars, calibration, front, predicted };

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
  if (['curves', 'spreads'].includes(plot.element.dataset.kind)) {
    spreadLabels(plot.chart, option);
  }
  plot.points = option.series
    .flatMap((series, s) => series.data.map((item, d) => ({ seriesIndex: s, dataIndex: d, tip: item.tip })))
    .filter(point => point.tip)
    .sort((a, b) => a.dataIndex - b.dataIndex);
  plot.width = width;
  scaleWithPage(plot);
}

/** Lets style sheets shrink the drawing on paper that is narrower than expected. */
function scaleWithPage(plot) {
  const svg = plot.element.querySelector('svg');
  svg.setAttribute('viewBox', '0 0 ' + plot.chart.getWidth() + ' ' + plot.chart.getHeight());
}

/** The arrow keys walk through the points as a mouse would; what they show is read out too. */
function walk(plot, event) {
  const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
  if (event.key === 'Escape') {
    plot.chart.dispatchAction({ type: 'hideTip' });
  } else if (step && plot.points.length > 0) {
    event.preventDefault();
    plot.at = ((plot.at === undefined ? (step > 0 ? -1 : 0) : plot.at) + step + plot.points.length) % plot.points.length;
    const { seriesIndex, dataIndex, tip } = plot.points[plot.at];
    plot.chart.dispatchAction({ type: 'showTip', seriesIndex, dataIndex });
    document.getElementById('said').textContent = tip.join(', ');
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
