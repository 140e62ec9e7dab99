// SPDX-License-Identifier: GPL-3.0-or-later
// Runs in a script world of its own: the page's markup has no script, and could not see this one.
// Keeps the page's blocks as the program says, and says what was clicked.
(() => {
  'use strict';

  const main = document.querySelector('main');
  // By the number that the program knows a block by, and back.
  const blocks = new Map();
  const ids = new WeakMap();

  // New markup goes through here before it is shown: what comes in by a script of a private world is not
  // held back by the page's own rules.
  const forbidden = 'script, iframe, frame, object, embed, base, link, meta';

  function parse(html) {
    const template = document.createElement('template');
    template.innerHTML = html;
    clean(template.content);
    return template.content;
  }

  // The page is shown as on a light screen, however this program looks. WebKit takes the answer to this question
  // from the program's theme.
  const lighten = (css) => css.replace(/prefers-color-scheme\s*:\s*dark/gi, 'max-width: 0')
    .replace(/prefers-color-scheme\s*:\s*light/gi, 'min-width: 0');

  function clean(root) {
    for (const element of root.querySelectorAll(forbidden))
      element.remove();
    for (const element of root.querySelectorAll('*')) {
      for (const name of element.getAttributeNames())
        if (/^on/i.test(name) || name === 'srcdoc')
          element.removeAttribute(name);
      if (element.localName === 'style')
        element.textContent = lighten(element.textContent);
      if (element.hasAttribute('media'))
        element.setAttribute('media', lighten(element.getAttribute('media')));
      if (element.content instanceof DocumentFragment)
        clean(element.content);
    }
    renew(root);
  }

  // Which version of a file is wanted, by its address; none: the first one that was there.
  const versions = new Map();

  const pathOf = (url) => decodeURIComponent(url.pathname).replace(/\/{2,}/g, '/');

  // The address of a picture, with its version: the same address would give the same picture, whatever its file holds.
  function newest(address) {
    try {
      const url = new URL(address, document.baseURI);
      const version = url.protocol === location.protocol ? versions.get(pathOf(url)) : undefined;
      if (version === undefined)
        return address;
      url.searchParams.set('v', version);
      return url.href;
    } catch {
      return address;
    }
  }

  const inStyle = (css, change) =>
    css.replace(/url\(\s*(["']?)(.*?)\1\s*\)/gi, (whole, quote, address) => `url(${quote}${change(address)}${quote})`);
  const inList = (list, change) => list.replace(/(^|,\s)\s*([^\s,]+)/g, (whole, before, address) => before + change(address));
  const pictures = {
    src: (value, change) => change(value),
    poster: (value, change) => change(value),
    background: (value, change) => change(value),
    srcset: inList,
    style: inStyle,
    href: (value, change, element) => /^(image|feimage)$/i.test(element.localName) ? change(value) : value,
    'xlink:href': (value, change, element) => pictures.href(value, change, element),
  };

  // Passes all addresses of pictures in there through `change`.
  function eachPicture(root, change) {
    for (const element of root.querySelectorAll('*')) {
      for (const [name, visit] of Object.entries(pictures)) {
        const value = element.getAttribute(name);
        const wanted = value === null ? null : visit(value, change, element);
        if (wanted !== value)
          element.setAttribute(name, wanted);
      }
      if (element.localName === 'style') {
        const wanted = inStyle(element.textContent, change);
        if (wanted !== element.textContent)
          element.textContent = wanted;
      }
    }
  }

  // The site's own style, behind the theme's. It was cleaned by the program.
  const siteStyle = document.querySelector('head > #site-style');
  let siteCss = '';

  function paintSite() {
    const css = lighten(inStyle(siteCss, newest));
    if (siteStyle.textContent !== css)
      siteStyle.textContent = css;
  }

  function renew(root) {
    if (versions.size > 0)
      eachPicture(root, newest);
  }

  // Loaded beforehand, a picture takes the place of the older one, and its room, at once.
  function load(address) {
    const image = new Image();
    image.src = address;
    return image.decode().catch(() => {});
  }

  // Newer versions of files, by address. What is written later gets them, too.
  async function refresh(json) {
    const wanted = new Set();
    for (const [address, version] of Object.entries(JSON.parse(json)))
      versions.set(address, version);
    const want = (address) => {
      const renewed = newest(address);
      if (renewed !== address)
        wanted.add(renewed);
      return address;
    };
    eachPicture(document.body, want);
    inStyle(siteCss, want);
    await Promise.all([...wanted].map(load));
    keepInPlace(() => {
      renew(document.body);
      paintSite();
    });
  }

  // Makes `from` like `to`, keeping every node that can stay: a picture that stays does not flash, an open
  // menu stays open.
  function morph(from, to) {
    let old = from.firstChild;
    for (let wanted = to.firstChild; wanted !== null;) {
      const next = wanted.nextSibling;
      if (old === null) {
        from.append(wanted);
      } else {
        const following = old.nextSibling;
        if (old.nodeType === wanted.nodeType && old.nodeName === wanted.nodeName)
          morphNode(old, wanted);
        else
          old.replaceWith(wanted);
        old = following;
      }
      wanted = next;
    }
    while (old !== null) {
      const following = old.nextSibling;
      old.remove();
      old = following;
    }
  }

  function morphNode(old, wanted) {
    if (old.nodeType !== Node.ELEMENT_NODE) {
      if (old.data !== wanted.data)
        old.data = wanted.data;
      return;
    }
    for (const name of old.getAttributeNames())
      if (!wanted.hasAttribute(name) && !(name === 'open' && old.nodeName === 'DETAILS'))
        old.removeAttribute(name);
    for (const name of wanted.getAttributeNames())
      if (old.getAttribute(name) !== wanted.getAttribute(name))
        old.setAttribute(name, wanted.getAttribute(name));
    morph(old, wanted);
  }

  // The nodes before and behind the blocks.
  let above = [];
  let below = [];

  // The parser takes names of attributes that no script may set (<a href="/x"=y>). False: there was one, and half of the
  // change is made.
  function attempt(change) {
    try {
      change();
      return true;
    } catch {
      return false;
    }
  }

  // The nodes that show this: those that do, made like it, or new ones.
  function replace(old, html, insert) {
    let nodes = [...parse(html).childNodes];
    if (old.length === nodes.length && old.every((node, i) => node.nodeName === nodes[i].nodeName)) {
      if (attempt(() => old.forEach((node, i) => morphNode(node, nodes[i]))))
        return old;
      nodes = [...parse(html).childNodes];
    }
    for (const node of old)
      node.remove();
    insert(nodes);
    return nodes;
  }

  // What stands around the blocks. A later one takes the place of the one before.
  function surround(json) {
    const { title, colors, style, header, footer } = JSON.parse(json);
    document.title = title;
    siteCss = style;
    keepInPlace(() => {
      document.documentElement.style.cssText = colors;
      paintSite();
      above = replace(above, header, (nodes) => main.before(...nodes));
      below = replace(below, footer, (nodes) => main.after(...nodes));
    });
  }

  function element(id) {
    let found = blocks.get(id);
    if (found === undefined) {
      found = document.createElement('div');
      blocks.set(id, found);
      ids.set(found, id);
    }
    return found;
  }

  // The longest row of numbers, not next to each other, of which each is larger than the one before.
  function longestRise(numbers) {
    const ends = [], before = [];
    numbers.forEach((number, i) => {
      let low = 0;
      for (let high = ends.length; low < high;) {
        const middle = (low + high) >> 1;
        if (numbers[ends[middle]] < number)
          low = middle + 1;
        else
          high = middle;
      }
      before[i] = ends[low - 1];
      ends[low] = i;
    });
    const rise = new Set();
    for (let i = ends.at(-1); i !== undefined; i = before[i])
      rise.add(numbers[i]);
    return rise;
  }

  // As many blocks as can stay where they are do so: one that moves is one node that does.
  function order(ids) {
    const wanted = new Set(ids);
    for (const [id, node] of blocks) {
      if (!wanted.has(id)) {
        node.remove();
        blocks.delete(id);
      }
    }
    const places = new Map([...main.children].map((node, place) => [node, place]));
    const nodes = ids.map((id) => blocks.get(id));
    const staying = longestRise(nodes.filter((node) => places.has(node)).map((node) => places.get(node)));
    nodes.reduceRight((below, node) => {
      if (!staying.has(places.get(node)))
        main.insertBefore(node, below);
      return node;
    }, null);
  }

  // What a person looks at stays where it is when something above it comes, goes or grows. At the top of the page
  // that is what they look at.
  function keepInPlace(change) {
    const top = (block) => block.getBoundingClientRect().top;
    const seen = scrollY === 0 ? undefined : [...main.children].find((block) => block.getBoundingClientRect().bottom > 0);
    const before = seen && top(seen);
    change();
    if (seen?.isConnected && top(seen) !== before)
      window.scrollBy({ top: top(seen) - before, behavior: 'instant' });
  }

  // A band's colour is its place's and not its markup's: the section has the name that a site's own style knows.
  function paint(content, block) {
    if (content.firstElementChild?.localName === 'section')
      content.firstElementChild.classList.toggle('bg-newssection', block.classList.contains('grey'));
    return content;
  }

  function fill(block, html) {
    if (!attempt(() => morph(block, paint(parse(html), block))))
      block.replaceChildren(paint(parse(html), block));
  }

  function apply(change) {
    for (const { id, classes, html } of change.blocks) {
      const block = element(id);
      if (classes !== undefined)
        block.className = classes;
      if (html !== undefined)
        fill(block, html);
      else
        paint(block, block);
    }
    if (change.order !== undefined)
      order(change.order);
  }

  function patch(json) {
    keepInPlace(() => apply(JSON.parse(json)));
  }

  function scrollTo(id) {
    const block = blocks.get(Number(id));
    if (block === undefined)
      return;
    const { top, bottom } = block.getBoundingClientRect();
    // What begins in the upper half stays: the first banner with the site's header above it.
    if (top < 0 || (bottom > window.innerHeight && top > window.innerHeight / 2))
      block.scrollIntoView({ block: 'start', behavior: 'smooth' });
  }

  // To where a page was before it was loaded again: at once, and when its images have their heights.
  async function restore(place) {
    const go = () => window.scrollTo({ top: Number(place), behavior: 'instant' });
    go();
    await Promise.all([...document.images].map((image) => image.complete ||
      new Promise((done) => image.onload = image.onerror = done)));
    go();
  }

  // The link at an element: [href] or none.
  function linkAt(target) {
    const link = target instanceof Element ? target.closest('a, area') : null;
    const href = link?.getAttribute('href') ?? link?.getAttribute('xlink:href') ?? null;
    return href === null ? null : href.trim();
  }

  let said = null, clicking = false;

  // The link under the pointer, else the one that keys went to: a click gives it the focus, too, and leaves it there.
  function pointed(event) {
    if (event.type === 'mouseout' && event.relatedTarget !== null)
      return;
    const href = linkAt(event.type === 'mouseover' ? event.target : null) ??
                 linkAt(clicking ? null : document.activeElement);
    if (href !== said)
      window.webkit.messageHandlers.pointed.postMessage(said = href);
  }

  function followed(event) {
    const href = linkAt(event.target);
    if (href !== null)
      window.webkit.messageHandlers[event.ctrlKey ? 'opened' : 'followed'].postMessage(href);
  }

  function blockAt(target) {
    while (target !== null && target.parentNode !== main)
      target = target.parentNode;
    return target;
  }

  // The block and the field in it that an element shows: "12 key_highlights/0/title"; null outside of the blocks.
  function placeAt(target) {
    const block = blockAt(target);
    if (block === null)
      return null;
    const field = target.closest('[data-field]');
    return `${ids.get(block)} ${field !== null && block.contains(field) ? field.dataset.field : ''}`;
  }

  // The same at a point, "[x, y]"; '' for null.
  function placeAtPoint(json) {
    const target = document.elementFromPoint(...JSON.parse(json));
    return (target !== null && placeAt(target)) || '';
  }

  function clicked(event) {
    // Stopped here and not where the program decides about loading: WebKit calls the server of a link before
    // it asks.
    if (linkAt(event.target) !== null || event.target.closest('summary') === null)
      event.preventDefault();
    followed(event);
    const place = placeAt(event.target);
    if (place !== null && event.detail < 2)
      window.webkit.messageHandlers.clicked.postMessage(place);
  }

  // After two clicks.
  function doubleClicked(event) {
    const place = placeAt(event.target);
    if (place !== null)
      window.webkit.messageHandlers.doubleClicked.postMessage(place);
  }

  // Two clicks would select a word here, too, and the form loses its selection when another widget gets one.
  function pressed(event) {
    clicking = true;
    if (event.detail > 1)
      event.preventDefault();
  }

  document.addEventListener('mousedown', pressed, true);
  document.addEventListener('keydown', () => clicking = false, true);
  document.addEventListener('click', clicked, true);
  document.addEventListener('dblclick', doubleClicked, true);
  for (const name of ['mouseover', 'mouseout', 'focusin', 'focusout'])
    document.addEventListener(name, pointed, true);
  for (const name of ['auxclick', 'submit', 'dragstart', 'dragover', 'drop'])
    document.addEventListener(name, (event) => event.preventDefault(), true);
  document.addEventListener('scroll', () => window.webkit.messageHandlers.scrolled.postMessage(scrollY));
  window.frontage = { blocks, surround, patch, refresh, scrollTo, restore, placeAtPoint };
})();
