// SPDX-License-Identifier: GPL-3.0-or-later
// Where things are on the page: {SELECTOR: [{x, y, w, h} or null if nothing is seen of it, …]}, CSS pixels from the
// document's top left corner.
const wanted = JSON.parse('SELECTORS');
const place = (element) => {
  const { x, y, width, height } = element.getBoundingClientRect();
  const style = getComputedStyle(element);
  return width * height > 0 && style.visibility !== 'hidden'
    ? { x: x + scrollX, y: y + scrollY, w: width, h: height, size: parseFloat(style.fontSize), color: style.backgroundColor,
        fit: `${style.backgroundSize} ${style.backgroundPosition}` } : null;
};
return JSON.stringify(Object.fromEntries(wanted.map((selector) =>
  [selector, [...document.querySelectorAll(selector)].map(place).filter((found) => found !== null)])));
