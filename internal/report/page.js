(() => {
'use strict';
const byId = (id) => document.getElementById(id);
const tip = byId('tip'), bar = byId('bar'), what = byId('what'), pos = byId('pos');
const still = matchMedia('(prefers-reduced-motion: reduce)'), narrow = matchMedia('(max-width: 60rem)');
let over = null, timer = 0;   // element under pointer or focus
let pins = [], at = 0, pinned = null;

// The table of contents comes last in the file; it belongs first.
const contents = byId('contents');
if (contents) document.body.insertBefore(contents, document.querySelector('main'));

// Everything that speaks of one name or date shares a key within its document.
const keyed = (t) => t instanceof Element ? t.closest('[data-g]') : null;
// In the table of contents a place has the documents that name it, and a
// document its places.
const same = (el, extra) => {
  const scope = el.closest('.doc') || contents, found = new Set(), of = scope === contents ? (el.matches('li') ? '.mk' : 'li') : extra || '';
  if (scope === contents) found.add(el);
  for (const k of el.dataset.g.split(' '))
    for (const e of scope.querySelectorAll(of + '[data-g~="' + k + '"]')) found.add(e);
  return [...found];
};

// details moves the browser's own tooltip into ours.
const details = (el) => {
  if (el.dataset.t === undefined) {
    const t = el.querySelector(':scope > title');
    el.dataset.t = t ? t.textContent.replace(', ', '\n') : el.getAttribute('title') || '';
    if (t) t.remove(); else el.removeAttribute('title');
  }
  return el.dataset.t;
};
const show = (box, el) => {
  const kind = /\bk\d\b/.exec(el.getAttribute('class') || '');
  box.replaceChildren();
  const div = document.createElement('div');
  div.className = 'lines ' + (kind ? kind[0] : 'k3');
  details(el).split('\n').forEach((line, i) => {
    const e = document.createElement(i ? 'span' : 'b');
    if (i === 1) e.className = 'kind';
    e.textContent = line;
    div.append(e);
  });
  box.append(div);
};

const light = (el) => {
  dim();
  over = el;
  for (const e of same(el)) e.classList.add('on');
};
const dim = () => {
  if (over) for (const e of same(over)) e.classList.remove('on');
  over = null;
};
const hideTip = () => {
  tip.hidden = true;
  const el = document.querySelector('[aria-describedby="tip"]');
  if (el) el.removeAttribute('aria-describedby');
};
const showTip = (el, x) => {
  show(tip, el);
  tip.hidden = false;
  el.setAttribute('aria-describedby', 'tip');
  const rects = [...el.getClientRects()];
  const r = rects.find((r) => x !== undefined && x >= r.left - 2 && x <= r.right + 2) || rects[0];
  if (!r) return;
  const w = tip.offsetWidth, h = tip.offsetHeight, gap = 6;
  tip.style.left = Math.max(8, Math.min(r.left, innerWidth - w - 8)) + 'px';
  tip.style.top = (r.bottom + gap + h < innerHeight ? r.bottom + gap : Math.max(8, r.top - gap - h)) + 'px';
};
const enter = (el, x) => {
  clearTimeout(timer);
  if (el !== over) light(el);
  if (el.matches('.m, .mk')) showTip(el, x); else hideTip();
};
const leave = () => {
  clearTimeout(timer);
  timer = setTimeout(() => { dim(); hideTip(); }, 120);
};

const unpin = () => {
  if (pinned) for (const e of same(pinned)) e.classList.remove('pin', 'cur');
  pinned = null;
  bar.hidden = true;
  document.body.classList.remove('pinned');
};
const go = (i, scroll) => {
  if (pins[at]) pins[at].classList.remove('cur');
  at = (i + pins.length) % pins.length;
  const m = pins[at];
  m.classList.add('cur');
  show(what, m);
  pos.textContent = (at + 1) + ' of ' + pins.length;
  if (scroll) {
    m.scrollIntoView({block: 'center', behavior: still.matches ? 'auto' : 'smooth'});
    m.focus({preventScroll: true});
  }
};
const pin = (el) => {
  const again = pinned && el.classList.contains('m') && el === pins[at];
  unpin();
  hideTip();
  if (again) return;
  pins = same(el, '.m');
  if (!pins.length) return;
  pinned = el;
  for (const e of same(el)) e.classList.add('pin');
  bar.hidden = false;
  byId('prev').hidden = byId('next').hidden = pins.length < 2;
  document.body.classList.add('pinned');
  at = 0;
  const i = pins.indexOf(el);
  go(Math.max(i, 0), i < 0 && !(el.matches('.mk') && narrow.matches)); // a narrow page keeps its map in view
  hideTip();
};

addEventListener('pointerover', (e) => {
  if (e.pointerType === 'touch') return;
  const el = keyed(e.target);
  if (el) enter(el, e.clientX);
  else if (tip.contains(e.target)) clearTimeout(timer);
  else if (over) leave();
});
addEventListener('focusin', (e) => {
  const el = keyed(e.target);
  if (el && e.target.matches(':focus-visible') && !(pinned && el === pins[at])) enter(el);
});
addEventListener('focusout', leave);
addEventListener('scroll', () => { if (!tip.hidden) hideTip(); }, {passive: true, capture: true});
addEventListener('click', (e) => {
  const el = keyed(e.target);
  if (!el || contents && contents.contains(el) || e.ctrlKey || e.metaKey || e.shiftKey || e.button) return;
  if (!e.target.closest('a, .mk')) return;
  e.preventDefault();
  pin(el);
});
addEventListener('keydown', (e) => {
  if (e.key === 'Escape') { hideTip(); unpin(); }
  const step = {ArrowLeft: -1, ArrowRight: 1}[e.key];
  if (step && pinned && document.activeElement === pins[at]) { e.preventDefault(); go(at + step, true); }
});
byId('prev').addEventListener('click', () => go(at - 1, true));
byId('next').addEventListener('click', () => go(at + 1, true));
byId('close').addEventListener('click', () => { const m = pins[at]; unpin(); if (m) m.focus({preventScroll: true}); });
addEventListener('beforeprint', () => { for (const d of document.querySelectorAll('details')) d.open = true; });
})();
