"""What a reader sees of a map: scripts for Chromium that measure one page's maps.

Each gives the faults as texts. They look at classes that `Templates/assets/map.css` has, and at
nothing that depends on the language of the page.
"""

# Shared: what is displayed, and the colour that CSS comes to.
_COMMON = """
  const faults = [];
  // Chromium calls what stands in a group that is not displayed visible.
  const hidden = e => { for (let g = e; g?.ownerSVGElement; g = g.parentElement)
    if (getComputedStyle(g).display === 'none') return true; return false };
  const shown = e => !hidden(e) && e.checkVisibility({visibilityProperty: true, opacityProperty: true});
  const words = e => '“' + e.textContent.trim().replace(/\\s+/g, ' ').slice(0, 40) + '”';
  // A map and its legend, or what holds both.
  const figures = [...new Set([...document.querySelectorAll('svg.map-drawing')]
    .map(svg => svg.closest('.map-block') || svg.closest('figure') || svg.parentElement))];
"""

# Names lie apart, and on the sheet. Letters are taken for as tall as their ink: their boxes, which
# leave room between lines, touch where nothing does. Lines of one name are one box each.
LETTERS = """least => {""" + _COMMON + """
  const OVERLAP = .2, EDGE = 2;
  for (const svg of document.querySelectorAll('svg.map-drawing')) {
    const toSheet = svg.getScreenCTM().inverse(), scale = svg.getScreenCTM().a;
    const boxes = [];
    for (const text of svg.querySelectorAll('text')) {
      if (!shown(text) || !text.getNumberOfChars()) continue;
      const matrix = toSheet.multiply(text.getScreenCTM());
      const em = parseFloat(getComputedStyle(text).fontSize), px = em * matrix.a * scale;
      const drawn = em * Math.hypot(matrix.a, matrix.b) * scale;
      if (drawn < least - .05) faults.push(`${words(text)} is ${drawn.toFixed(1)} px tall, of ${least} px`);
      if (text.querySelector('textPath') || Math.abs(matrix.b) > 1e-4) continue;
      const sign = text.closest('.map-callout, .map-keysign');
      if (sign) continue;
      const lines = new Map();
      for (let i = 0; i < text.getNumberOfChars(); i++) {
        const y = text.getStartPositionOfChar(i).y, {x, width} = text.getExtentOfChar(i);
        if (!width) continue;
        const line = lines.get(Math.round(y)) || {y, left: Infinity, right: -Infinity};
        line.left = Math.min(line.left, x); line.right = Math.max(line.right, x + width);
        lines.set(Math.round(y), line);
      }
      for (const {y, left, right} of lines.values()) {
        const rise = /[\\u0590-\\u08ff]/.test(text.textContent) ? [.65, .3] : [.72, .2];
        const [a, b] = [new DOMPoint(left, y - rise[0] * em), new DOMPoint(right, y + rise[1] * em)]
          .map(p => p.matrixTransform(matrix));
        boxes.push({of: text, name: words(text), em: px / scale, left: a.x, top: a.y, right: b.x, bottom: b.y});
      }
    }
    for (const sign of svg.querySelectorAll('.map-callout, .map-keysign')) {
      if (!shown(sign)) continue;
      const at = sign.querySelector('circle, rect').getBoundingClientRect(), frame = svg.getBoundingClientRect();
      const [left, top] = [(at.left - frame.left) / scale, (at.top - frame.top) / scale];
      boxes.push({of: sign, name: 'sign ' + words(sign), em: at.height / scale, left, top,
        right: left + at.width / scale, bottom: top + at.height / scale});
    }
    const {width, height} = svg.viewBox.baseVal;
    for (const box of boxes) {
      const past = Math.max(-box.left, -box.top, box.right - width, box.bottom - height) * scale;
      if (past > EDGE) faults.push(`${box.name} leaves the map by ${past.toFixed(0)} px`);
    }
    boxes.forEach((a, i) => boxes.slice(i + 1).forEach(b => {
      if (a.of === b.of) return;
      const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
      const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
      const em = Math.min(a.em, b.em);
      if (across > OVERLAP * em && down > OVERLAP * em)
        faults.push(`${a.name} overlaps ${b.name} by ${(across * scale).toFixed(0)} × ${(down * scale).toFixed(0)} px`);
    }));
  }
  return faults;
}"""

# Every letter and number on the map is explained under it at the same size, once, and no other.
SIGNS = """() => {""" + _COMMON + """
  for (const figure of figures) {
    for (const [what, sign, entry] of [['letter', '.map-keysign', '.map-key'], ['number', '.map-callout', '.map-number']]) {
      const drawn = new Set();
      for (const svg of figure.querySelectorAll('svg.map-drawing')) {
        const found = [...svg.querySelectorAll(sign)].filter(shown).map(e => e.textContent.trim());
        for (const name of found) {
          if (found.indexOf(name) !== found.lastIndexOf(name)) faults.push(`${what} ${name} stands on the map twice`);
          drawn.add(name);
        }
      }
      const told = [...figure.querySelectorAll('.map-legend ' + entry)].filter(shown).map(e => e.textContent.trim());
      for (const name of drawn) if (!told.includes(name)) faults.push(`${what} ${name} is on the map and not in the legend`);
      for (const name of told) {
        if (!drawn.has(name)) faults.push(`${what} ${name} is in the legend and not on the map`);
        if (told.indexOf(name) !== told.lastIndexOf(name)) faults.push(`${what} ${name} is in the legend twice`);
      }
    }
  }
  return faults;
}"""

# Words against their halo and against what they may stand on; outlines of zones against the ground.
CONTRAST = """([text, line]) => {""" + _COMMON + """
  const canvas = Object.assign(document.createElement('canvas'), {width: 1, height: 1})
    .getContext('2d', {willReadFrequently: true});
  const light = (color, ground) => {
    canvas.globalAlpha = 1; canvas.fillStyle = ground || '#fff'; canvas.fillRect(0, 0, 1, 1);
    canvas.fillStyle = color; canvas.fillRect(0, 0, 1, 1);
    const [r, g, b] = [...canvas.getImageData(0, 0, 1, 1).data]
      .map(v => (v /= 255) <= .03928 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4);
    return .2126 * r + .7152 * g + .0722 * b;
  };
  const ratio = (color, ground) => {
    const [a, b] = [light(color, ground), light(ground)];
    return (Math.max(a, b) + .05) / (Math.min(a, b) + .05);
  };
  const judge = (name, color, onto, ground, least) => {
    const found = ratio(color, ground);
    if (found < least) faults.push(`${name} is ${found.toFixed(1)} : 1 against ${onto}, of ${least} : 1`);
  };
  const kind = e => [...e.classList].filter(c => c !== 'map-wide' && c !== 'map-narrow').map(c => '.' + c).join('')
    || '.' + e.parentElement.classList[0] + ' text';
  for (const svg of document.querySelectorAll('svg.map-drawing')) {
    const fill = e => getComputedStyle(e).fill;
    const ground = svg.querySelector('.map-ground');
    if (!ground) { faults.push('a map has no .map-ground'); continue; }
    // Lakes and seas lie under few words, and those have halos.
    const grounds = new Map([[fill(ground), 'the ground']]);
    for (const area of svg.querySelectorAll('.map-area:not(.map-lakes, .map-sea)'))
      if (fill(area) !== 'none') grounds.set(fill(area), 'the land');
    const done = new Set();
    for (const e of svg.querySelectorAll('text')) {
      const style = getComputedStyle(e), sign = e.closest('.map-callout, .map-keysign');
      const key = [kind(e), style.fill, style.stroke].join();
      if (done.has(key)) continue;
      done.add(key);
      if (sign) { judge(kind(e), style.fill, 'its sign', fill(sign.querySelector('circle, rect')), text); continue; }
      if (style.stroke === 'none') faults.push(`${kind(e)} has no halo`);
      else judge(kind(e), style.fill, 'its halo', style.stroke, text);
      for (const [color, name] of grounds) judge(kind(e), style.fill, name, color, text);
    }
    for (const e of svg.querySelectorAll('.map-zone')) {
      const {stroke} = getComputedStyle(e);
      if (done.has(stroke)) continue;
      done.add(stroke);
      for (const [color, name] of grounds) judge('the outline of ' + kind(e), stroke, name, color, line);
    }
  }
  for (const e of document.querySelectorAll('.map-number, .map-key')) {
    const style = getComputedStyle(e);
    judge(kind(e), style.color, 'its ground in the legend', style.backgroundColor, text);
  }
  return [...new Set(faults)];
}"""

# A map that fits on one sheet of paper stays whole, and keeps its colours.
PRINT = """sheet => {""" + _COMMON + """
  for (const svg of document.querySelectorAll('svg.map-drawing')) {
    const name = '“' + (svg.querySelector('title')?.textContent || svg.id) + '”';
    const tall = svg.getBoundingClientRect().height;
    if (!shown(svg) || tall < 1) { faults.push(`${name} is not printed`); continue; }
    if (tall > sheet) faults.push(`${name} is ${Math.round(tall)} px tall, of ${sheet} px on a sheet`);
    let kept = false;
    for (let e = svg; e && e !== document.body; e = e.parentElement)
      // Of what is too tall for a sheet, a browser may break any part.
      kept ||= /^avoid/.test(getComputedStyle(e).breakInside) && e.getBoundingClientRect().height <= sheet;
    if (!kept) faults.push(`${name} may be cut by the end of a sheet: nothing around it has break-inside: avoid`);
  }
  for (const e of document.querySelectorAll('svg.map-drawing, .map-legend .map-swatch, .map-number, .map-key'))
    if (getComputedStyle(e).printColorAdjust !== 'exact')
      faults.push(`.${e.classList[0]} may be printed without its colours: no print-color-adjust: exact`);
  return [...new Set(faults)];
}"""

# Each switch of a legend hides its layer and nothing else. A map of several kinds of things has some.
SWITCHES = """() => {""" + _COMMON + """
  const KINDS = ['.map-zone', '.map-route, .map-arrow', '.map-symbol', '.map-callout'];
  const named = (e, start) => [...e.classList].filter(c => c.startsWith(start)).map(c => c.slice(start.length));
  // They may be folded away, behind a summary that can be reached.
  const folds = [...document.querySelectorAll('details:has(.map-switch)')].filter(e => !e.open);
  for (const fold of folds) fold.open = shown(fold);
  for (const figure of figures) {
    const drawings = [...figure.querySelectorAll('svg.map-drawing')];
    const kinds = KINDS.filter(kind => drawings.some(svg => svg.querySelector(kind))).length;
    const switches = [...figure.querySelectorAll('input.map-switch')];
    if (!switches.length && kinds > 1) faults.push(`a map of ${kinds} kinds of things has no switches`);
    const parts = drawings.flatMap(svg => [...svg.querySelectorAll('*')]).filter(e => !e.closest('defs, title, desc'));
    const names = switches.map(input => named(input, 'map-switch-')[0] || '');
    // Base layers may do without; what the map is about may not.
    const about = parts.filter(e => e.matches(KINDS.join()));
    const fixed = about.find(e => !names.some(name => e.closest('.map-layer-' + CSS.escape(name))));
    if (switches.length && fixed) faults.push(`no switch hides <${fixed.localName} class="${fixed.getAttribute('class')}">`);
    switches.forEach((input, index) => {
      const layer = names[index];
      if (!input.closest('.map-block')) faults.push(`switch ${layer} is in no .map-block`);
      if (input.type !== 'checkbox') faults.push(`switch ${layer} is no checkbox`);
      if (names.indexOf(layer) !== index) faults.push(`switch ${layer} is there twice`);
      if (!input.labels.length) faults.push(`switch ${layer} has no label`);
      if (!shown(input)) faults.push(`switch ${layer} cannot be reached`);
      const was = input.checked;
      input.checked = true; const on = parts.filter(shown);
      input.checked = false; const off = new Set(parts.filter(shown));
      input.checked = was;
      const mine = e => e.closest('.map-layer-' + CSS.escape(layer));
      if (!on.some(mine)) faults.push(`switch ${layer} is on and shows nothing`);
      const stays = on.find(e => mine(e) && off.has(e));
      if (stays) faults.push(`switch ${layer} is off and <${stays.localName} class="${stays.getAttribute('class') || ''}"> of its layer stays shown`);
      const other = on.find(e => !mine(e) && !off.has(e));
      if (other) faults.push(`switch ${layer} hides <${other.localName} class="${other.getAttribute('class') || ''}">, which is not of its layer`);
      const appears = [...off].find(e => !on.includes(e));
      if (appears) faults.push(`switch ${layer} is off and shows <${appears.localName}>`);
    });
  }
  for (const fold of folds) fold.open = false;
  return faults;
}"""
