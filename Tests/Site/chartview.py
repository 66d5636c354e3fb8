"""What a reader sees of a chart: scripts for Chromium that measure one page's charts.

They look at classes that `Templates/assets/chart.css` has, and at nothing that depends on the language of the page.
"""

import mapview

# Words are held to what those of maps are; of a chart's two drawings only one is shown.
LETTERS = mapview.LETTERS.replace(
    "document.querySelectorAll('svg.map-drawing')) {",
    "[...document.querySelectorAll('svg.chart-drawing')].filter(shown)) {",
).replace("leaves the map", "leaves the chart")

# One drawing of each chart, whatever room there is.
DRAWINGS = """() => {
  const faults = [];
  for (const chart of document.querySelectorAll('.chart')) {
    const shown = [...chart.querySelectorAll('svg.chart-drawing')].filter(e => e.checkVisibility());
    const name = '“' + (chart.querySelector('title')?.textContent || '') + '”';
    if (shown.length !== 1) faults.push(`${name} shows ${shown.length} drawings`);
    for (const svg of shown) {
      const box = svg.getBoundingClientRect();
      if (box.right > document.documentElement.clientWidth + 1 || box.left < -1) faults.push(`${name} is cut off`);
      if (box.width < 200) faults.push(`${name} is ${Math.round(box.width)} px wide`);
    }
  }
  return faults;
}"""

# Words and marks against what they stand on.
CONTRAST = """([text, mark]) => {
  const faults = new Set();
  const canvas = Object.assign(document.createElement('canvas'), {width: 1, height: 1})
    .getContext('2d', {willReadFrequently: true});
  const light = (color, ground) => {
    canvas.fillStyle = ground || '#fff'; canvas.fillRect(0, 0, 1, 1);
    canvas.fillStyle = color; canvas.fillRect(0, 0, 1, 1);
    const [r, g, b] = [...canvas.getImageData(0, 0, 1, 1).data]
      .map(v => (v /= 255) <= .03928 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4);
    return .2126 * r + .7152 * g + .0722 * b;
  };
  const judge = (name, color, ground, least) => {
    const [a, b] = [light(color, ground), light(ground)];
    const found = (Math.max(a, b) + .05) / (Math.min(a, b) + .05);
    if (found < least) faults.add(`${name} is ${found.toFixed(1)} : 1 against its ground, of ${least} : 1`);
  };
  const name = e => '.' + [...e.classList].join('.');
  const ground = getComputedStyle(document.body).backgroundColor;
  const paper = ground === 'rgba(0, 0, 0, 0)' ? '#fff' : ground;
  for (const svg of document.querySelectorAll('svg.chart-drawing')) {
    for (const e of svg.querySelectorAll('text')) {
      const style = getComputedStyle(e);
      judge(name(e), style.fill, e.matches('.chart-on-mark') ? style.stroke : paper, text);
    }
    for (const e of svg.querySelectorAll('.chart-bar, .chart-line, .chart-sign, .chart-partial, .chart-beyond, .chart-axis'))
      judge(name(e), getComputedStyle(e).stroke, paper, mark);
  }
  return [...faults];
}"""

# A chart stays whole on paper, and keeps its colours. In the place of a timeline beside a list of its events, which
# may be longer than a sheet, the list is printed.
PRINT = """sheet => {
  const faults = [];
  for (const chart of document.querySelectorAll('.chart')) {
    const name = '“' + (chart.querySelector('title')?.textContent || '') + '”';
    const svg = [...chart.querySelectorAll('svg.chart-drawing')].find(e => e.checkVisibility());
    if (!svg && chart.closest('figure.timeline')) {
      const links = [...chart.querySelectorAll('a')].map(e => e.getAttribute('href'));
      const listed = href => [...document.querySelectorAll(`main a[href="${href}"]`),
        document.getElementById(decodeURIComponent(href.split('#')[1] || ''))]
        .some(e => e && !e.closest('svg') && e.checkVisibility());
      if (!links.length || !links.every(listed)) faults.push(`${name} is not printed, nor all of its events`);
      continue;
    }
    if (!svg) { faults.push(`${name} is not printed`); continue; }
    if (!/^avoid/.test(getComputedStyle(chart).breakInside)) faults.push(`${name} may be cut by the end of a sheet`);
    if (getComputedStyle(svg).printColorAdjust !== 'exact') faults.push(`${name} may be printed without its colours`);
  }
  return faults;
}"""
