// Searches Pagefind's index (https://pagefind.app/docs/api/), which lies where the page says.
(() => {
  'use strict';
  const search = document.getElementById('_search');
  if (!search) return;
  const form = search.querySelector('form');
  const query = document.getElementById('_query');
  const state = document.getElementById('_state');
  const list = document.getElementById('_results');
  const more = document.getElementById('_more');
  const words = search.dataset;
  const step = 10;
  let index;
  let found = [];
  let shown = 0;
  let turn = 0;

  const number = count => String(count).replace(/[0-9]/g, digit =>
    String.fromCodePoint(words.zero.codePointAt(0) + Number(digit)));

  const element = (name, parts, attributes = {}) => {
    const made = document.createElement(name);
    made.append(...parts);
    for (const key of Object.keys(attributes)) made.setAttribute(key, attributes[key]);
    return made;
  };

  // An excerpt is HTML: text, with the words that were found in <mark>. Nothing else of it is kept.
  const excerpt = html => {
    const template = document.createElement('template');
    template.innerHTML = html;
    return [...template.content.childNodes].map(node =>
      node.nodeName === 'MARK' ? element('mark', [node.textContent]) : node.textContent);
  };

  const item = page => {
    const { title, brief } = page.meta;
    const parts = [element('h2', [element('a', [title || page.url], { href: page.url })])];
    if (brief && brief !== title) parts.push(element('p', [brief], { class: 'kicker' }));
    // Where the words stand before the first heading, the page itself is the only part.
    const sections = page.sub_results.filter(part => part.url !== page.url);
    if (sections.length < page.sub_results.length || !sections.length) {
      const own = page.sub_results.find(part => part.url === page.url);
      parts.push(element('p', excerpt((own || page).excerpt)));
    }
    if (sections.length) {
      parts.push(element('ul', sections.slice(0, 4).map(part => element('li', [
        element('a', [part.title], { href: part.url }), element('p', excerpt(part.excerpt)),
      ]))));
    }
    return element('li', parts);
  };

  const show = async (mine, moves) => {
    const pages = await Promise.all(found.slice(shown, shown + step).map(result => result.data()));
    if (mine !== turn) return;
    const items = pages.map(item);
    list.append(...items);
    shown += pages.length;
    more.hidden = shown >= found.length;
    if (moves && items.length) items[0].querySelector('a').focus();
  };

  const say = text => { if (state.textContent !== text) state.textContent = text; };

  const choices = [...form.querySelectorAll('select')];
  const chosen = () => choices.filter(choice => choice.value);

  // The words that name this place and its address.
  const remember = text => {
    const parts = chosen().map(choice => [choice.name, choice.value]);
    if (text) parts.unshift(['q', text]);
    try {
      history.replaceState(null, '', parts.length ? '?' + new URLSearchParams(parts) : location.pathname);
    } catch { /* A page on disk has no history of its own. */ }
  };

  // What the index holds to choose by, with the number of pages of each.
  const fill = filters => {
    const wanted = new URLSearchParams(location.search);
    for (const choice of choices) {
      const names = Object.keys(filters[choice.name] || {});
      names.sort(new Intl.Collator(document.documentElement.lang).compare);
      choice.append(...names.map(name =>
        element('option', [`${name} (${number(filters[choice.name][name])})`], { value: name })));
      choice.parentElement.hidden = names.length < 2;
      const value = wanted.get(choice.name);
      if (names.includes(value)) choice.value = value;
      choice.addEventListener('change', run);
    }
  };

  const run = async () => {
    const mine = ++turn;
    const text = query.value.trim();
    remember(text);
    const filters = Object.fromEntries(chosen().map(choice => [choice.name, choice.value]));
    if (!text && !Object.keys(filters).length) {
      found = [];
      list.replaceChildren();
      more.hidden = true;
      say('');
      return;
    }
    say(words.searching);
    try {
      const answer = await index.search(text || null, { filters });
      if (mine !== turn) return;
      found = answer.results;
      shown = 0;
      list.replaceChildren();
      await show(mine, false);
      if (mine !== turn) return;
      say(found.length ? words.found.replace('{n}', number(found.length)) : words.none);
    } catch {
      if (mine === turn) say(words.missing);
    }
  };

  const start = async () => {
    try {
      // Pagefind itself tells of an index that is not there on the console alone.
      const entry = await fetch(new URL('pagefind-entry.json', place));
      if (!entry.ok) throw new Error(entry.statusText);
      index = await import(new URL('pagefind.js', place).href);
      await index.init();
      fill(await index.filters());
    } catch {
      say(words.missing);
      return;
    }
    form.hidden = false;
    say('');
    let wait;
    query.addEventListener('input', () => { clearTimeout(wait); wait = setTimeout(run, 200); });
    form.addEventListener('submit', event => { event.preventDefault(); clearTimeout(wait); run(); });
    more.addEventListener('click', () => show(turn, true));
    query.value = new URLSearchParams(location.search).get('q') || '';
    if (query.value || chosen().length) run();
  };

  const place = new URL(words.index, location.href);
  start();
})();
