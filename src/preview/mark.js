// SPDX-License-Identifier: GPL-3.0-or-later
// Outlines the section and the value whose form has the focus. The lines are drawn over the page and not as a style of
// what they surround: nothing in the page moves, clips or repaints for them, and a patch cannot undo them.
(() => {
  'use strict';

  const main = document.querySelector('main');
  const host = document.createElement('div');
  // Important, so that no style of the site's changes it.
  host.style.cssText = ['all: initial', 'position: absolute', 'top: 0', 'left: 0', 'z-index: 2147483647', 'pointer-events: none']
    .map((rule) => `${rule} !important`).join('; ');
  host.setAttribute('aria-hidden', 'true');
  const root = host.attachShadow({ mode: 'closed' });
  // Blue between two white lines: one of them is seen on any ground.
  root.innerHTML = `<style>
    div { position: absolute; box-sizing: border-box; border: 2px solid #1c71d8; outline: 2px solid #fff;
          outline-offset: -4px; box-shadow: 0 0 0 2px #fff; }
    #value { border-width: 3px; outline-offset: -5px; border-radius: 4px; }
    #drop { border: 3px dashed #1c71d8; outline-offset: -5px; background: #1c71d833; }
  </style><div id="section" hidden></div><div id="value" hidden></div><div id="drop" hidden></div>`;
  const lines = { section: root.getElementById('section'), value: root.getElementById('value'), drop: root.getElementById('drop') };

  // The block, and the value's field in it.
  let marked = null, path = '';
  // What a picture that is held over the page would fall to, its place, or ''.
  let dropping = '';

  // What shows the value; for a value that is not seen itself, like an address, the link or image that it belongs to, or
  // the list item, or for an item that only a script would show what stands there instead.
  function findValue(block, path) {
    const shown = [...block.querySelectorAll('[data-field]')].filter((e) => e.getClientRects().length > 0);
    const own = shown.filter((e) => e.dataset.field === path || e.dataset.also === path);
    const item = path.match(/^(.*\/)?\d+\//)?.[0];
    return own.at(-1) ?? (item === undefined ? null : shown.find((e) => e.dataset.field.startsWith(item)) ??
                          block.querySelector('.stand-in'));
  }

  // Kept within the page, which would grow by what stands out of it.
  function place(line, element, room) {
    line.hidden = element === null;
    if (element === null)
      return;
    const page = document.documentElement;
    const box = element.getBoundingClientRect();
    const left = Math.max(0, box.left + scrollX - room), top = Math.max(0, box.top + scrollY - room);
    const right = Math.min(page.clientWidth, box.right + scrollX + room);
    const bottom = Math.min(page.scrollHeight, box.bottom + scrollY + room);
    Object.assign(line.style, { left: `${left}px`, top: `${top}px`, width: `${right - left}px`,
                                height: `${bottom - top}px` });
  }

  function draw() {
    const block = window.frontage.blocks.get(marked) ?? null;
    const value = block === null || path === '' ? null : findValue(block, path);
    place(lines.section, block, 0);
    place(lines.value, value, 5);
    place(lines.drop, findDrop(), 0);
    return value;
  }

  const parsePlace = (where) => /^(\d*) ?(.*)$/s.exec(where).slice(1);

  // A picture that is not there yet has no element.
  function findDrop() {
    const [id, field] = parsePlace(dropping);
    const block = window.frontage.blocks.get(Number(id)) ?? null;
    return block === null ? null : findValue(block, field) ?? block;
  }

  function markDrop(where) {
    dropping = where;
    draw();
  }

  // The place of a value or of a section, "12 key_highlights/0/title" or "12 "; '' for none.
  function mark(where) {
    const [id, field] = parsePlace(where);
    marked = Number(id), path = field;
    const value = draw();
    const box = value?.getBoundingClientRect();
    if (value !== null && (box.bottom < 0 || box.top > innerHeight))
      value.scrollIntoView({ block: 'nearest', behavior: 'smooth' });
  }

  document.documentElement.append(host);
  const sizes = new ResizeObserver(draw);
  sizes.observe(document.documentElement);
  sizes.observe(main);
  new MutationObserver(draw).observe(main, { subtree: true, childList: true, attributes: true, characterData: true });
  document.addEventListener('load', draw, true);
  document.addEventListener('toggle', draw, true);
  window.frontage.mark = mark;
  window.frontage.markDrop = markDrop;
  window.frontage.lines = lines;
  // The last of our scripts.
  window.webkit.messageHandlers.ready.postMessage('');
})();
