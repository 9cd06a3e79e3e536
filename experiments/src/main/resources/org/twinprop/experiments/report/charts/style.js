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
// The order in which looks are given: the two networks are the first and the second.
const LOOKS = { handwritten: 0, dl4j: 1, first: 0, second: 1, third: 2, fourth: 3 };
const dash = network => ['solid', [5, 3], [2, 2], [8, 3, 2, 3]][LOOKS[network]];
const oneLine = text => text.replace(/\s+/g, ' ');

/** Filled circles, hollow diamonds, filled squares, hollow triangles: told apart without colour too. */
function mark(network, size, hollow) {
  const look = LOOKS[network];
  const filled = { symbolSize: size, itemStyle: { color: colour(network) } };
  const outlined = { symbolSize: size + (look === 1 ? 6 : 3), itemStyle: { color: hollow, borderColor: colour(network), borderWidth: 2 } };
  return Object.assign({ symbol: ['circle', 'diamond', 'rect', 'triangle'][look] }, look % 2 === 0 ? filled : outlined);
}

function valueAxis(name, percent) {
  return {
    type: 'value',
    name: name,
    nameTextStyle: { color: SOFT, fontSize: 12 },
    axisLine: { show: false },
    axisTick: { show: false },
    axisLabel: { color: SOFT, fontSize: 12, hideOverlap: true, formatter: value => short(value) + (percent ? '%' : '') },
    splitLine: { lineStyle: { color: LINE } },
  };
}

function short(value) {
  return Math.abs(value) >= 10000 ? value.toLocaleString('en') : String(Number(value.toPrecision(4)));
}

/** A round number, of which about so many steps go through the range. */
function roundStep(range, steps) {
  const least = Math.max(range, 1e-9) / steps;
  const power = Math.pow(10, Math.floor(Math.log10(least)));
  return [1, 2, 2.5, 5, 10].map(factor => factor * power).find(candidate => candidate >= least * (1 - 1e-9));
}
