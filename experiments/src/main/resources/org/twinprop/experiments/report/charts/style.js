// The charts' common look. Colours are CSS variables, so that light, dark and print need no
// redrawing.
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
