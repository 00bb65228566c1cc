// Filter, sort, unfold and zoom. Everything is in the page already; without this file nothing is lost.
(function () {
  'use strict';
  var all = function (root, selector) { return Array.prototype.slice.call(root.querySelectorAll(selector)); };
  var table = document.querySelector('table.benchmarks');
  var body = table.tBodies[0];
  var rows = all(body, 'tr');

  function filter() {
    var words = find.value.toLowerCase().split(/\s+/);
    var count = 0;
    rows.forEach(function (row) {
      var text = row.querySelector('.name').textContent.toLowerCase();
      var hit = (!verdict.value || row.dataset.verdict === verdict.value) &&
        words.every(function (word) { return text.indexOf(word) >= 0; });
      row.hidden = !hit;
      count += hit ? 1 : 0;
    });
    shown.textContent = count === rows.length ? '' : count + ' of ' + rows.length + ' shown';
  }

  var find = document.getElementById('find');
  var verdict = document.getElementById('verdict');
  var shown = document.getElementById('shown');
  var form = document.querySelector('form.filter');
  form.hidden = false;
  form.addEventListener('submit', function (event) { event.preventDefault(); });
  find.addEventListener('input', filter);
  verdict.addEventListener('input', filter);

  function key(row, column) {
    return column === 'name' ? row.querySelector('.name').textContent.trim()
      : row.dataset.change === '' ? -Infinity : Number(row.dataset.change);
  }

  all(table, 'th[data-sort]').forEach(function (head) {
    var button = document.createElement('button');
    button.type = 'button';
    button.className = 'sort';
    button.textContent = head.textContent;
    head.textContent = '';
    head.appendChild(button);
    button.addEventListener('click', function () {
      var column = head.dataset.sort;
      var states = column === 'name' ? ['ascending', 'descending', ''] : ['descending', 'ascending', ''];
      var state = states[(states.indexOf(head.getAttribute('aria-sort') || '') + 1) % 3];
      all(table, 'th[data-sort]').forEach(function (other) { other.removeAttribute('aria-sort'); });
      if (state) { head.setAttribute('aria-sort', state); }
      var sign = state === 'descending' ? -1 : 1;
      var order = state ? rows.slice().sort(function (a, b) {
        var x = key(a, column), y = key(b, column);
        return x < y ? -sign : x > y ? sign : 0;
      }) : rows;
      order.forEach(function (row) { body.appendChild(row); });
    });
  });

  function unfold() {
    var target = location.hash && document.getElementById(location.hash.slice(1));
    if (target && target.tagName === 'DETAILS') { target.open = true; target.scrollIntoView(); }
  }
  window.addEventListener('hashchange', unfold);
  unfold();

  var folded = [];
  window.addEventListener('beforeprint', function () {
    folded = all(document, 'details:not([open])');
    folded.forEach(function (part) { part.open = true; });
  });
  window.addEventListener('afterprint', function () {
    folded.forEach(function (part) { part.open = false; });
  });

  all(document, '.flamegraph').forEach(function (box) {
    var svg = box.querySelector('svg');
    var width = svg.viewBox.baseVal.width;
    var frames = all(svg, 'g.frame').map(function (g) {
      var rect = g.querySelector('rect');
      return {
        g: g, rect: rect, label: g.querySelector('text'), title: g.querySelector('title').textContent,
        x: Number(rect.getAttribute('x')), y: Number(rect.getAttribute('y')), w: Number(rect.getAttribute('width'))
      };
    });

    function name(frame) { return frame.title.slice(0, frame.title.lastIndexOf(': ')); }

    function write(frame, x, w) {
      var letters = Math.floor((w - 6) / 6.6);
      var text = name(frame);
      if (text.length > letters) {
        var parts = text.split('.');
        if (parts.length > 2) { text = parts.slice(-2).join('.'); }
      }
      if (text.length > letters) { text = text.slice(0, Math.max(0, letters - 1)) + '…'; }
      if (!frame.label) {
        frame.label = document.createElementNS(svg.namespaceURI, 'text');
        frame.label.setAttribute('class', 'f-text');
        frame.label.setAttribute('y', frame.y + 12.5);
        frame.g.appendChild(frame.label);
      }
      frame.label.setAttribute('x', Math.max(0, x) + 3);
      frame.label.textContent = letters < 3 ? '' : text;
    }

    function zoom(onto) {
      var from = onto ? onto.x : 0;
      var scale = onto ? width / Math.max(0.5, onto.w) : 1;
      frames.forEach(function (frame) {
        var x = (frame.x - from) * scale;
        var w = frame.w * scale;
        var outside = x + w <= 0.01 || x >= width - 0.01;
        frame.g.style.display = outside ? 'none' : '';
        var left = Math.max(0, x);
        var visible = Math.min(width, x + w) - left;
        frame.rect.setAttribute('x', left);
        frame.rect.setAttribute('width', Math.max(0.5, visible));
        frame.g.classList.toggle('faded', Boolean(onto) && frame.y < onto.y);
        write(frame, left, visible);
      });
      reset.disabled = !onto;
    }

    var tools = document.createElement('div');
    tools.className = 'flametools';
    var label = document.createElement('label');
    label.textContent = 'Find a frame ';
    var search = document.createElement('input');
    search.type = 'search';
    label.appendChild(search);
    var reset = document.createElement('button');
    reset.type = 'button';
    reset.textContent = 'Show all';
    reset.disabled = true;
    var found = document.createElement('span');
    found.setAttribute('role', 'status');
    tools.appendChild(label);
    tools.appendChild(reset);
    tools.appendChild(found);
    box.parentNode.insertBefore(tools, box);

    reset.addEventListener('click', function () { zoom(null); });
    search.addEventListener('input', function () {
      var text = search.value.toLowerCase();
      var count = 0;
      frames.forEach(function (frame) {
        var hit = text !== '' && name(frame).toLowerCase().indexOf(text) >= 0;
        frame.g.classList.toggle('found', hit);
        count += hit ? 1 : 0;
      });
      found.textContent = text === '' ? '' : count + (count === 1 ? ' frame' : ' frames');
    });
    // One stop of the tab key; arrows walk the tree: down to a callee, up to the caller, left and right.
    var current = null;
    svg.setAttribute('role', 'tree');
    svg.setAttribute('aria-label', svg.querySelector('title').textContent);
    frames.forEach(function (frame, index) {
      frame.g.setAttribute('role', 'treeitem');
      frame.g.setAttribute('aria-level', Math.round(frame.y / 18) + 1);
      frame.g.setAttribute('aria-label', frame.title);
      frame.g.setAttribute('tabindex', index === 0 ? '0' : '-1');
      frame.g.addEventListener('click', function () { zoom(frame); });
    });

    function go(to) {
      if (!to) { return; }
      (current || frames[0]).g.setAttribute('tabindex', '-1');
      current = to;
      to.g.setAttribute('tabindex', '0');
      to.g.focus();
    }

    function nearest(from, rows, side) {
      var best = null;
      frames.forEach(function (to) {
        if (to.y !== from.y + rows * 18 || to.g.style.display === 'none') { return; }
        var inside = rows > 0 ? to.x >= from.x - 0.1 && to.x < from.x + from.w
          : rows < 0 ? to.x <= from.x + 0.1 && to.x + to.w > from.x : side * (to.x - from.x) > 0;
        if (!inside) { return; }
        if (!best || (rows > 0 ? to.w > best.w : Math.abs(to.x - from.x) < Math.abs(best.x - from.x))) { best = to; }
      });
      return best;
    }

    svg.addEventListener('keydown', function (event) {
      var from = frames.filter(function (frame) { return frame.g === document.activeElement; })[0];
      if (!from) { return; }
      var to = { ArrowDown: [1, 0], ArrowUp: [-1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] }[event.key];
      if (to) { go(nearest(from, to[0], to[1])); }
      else if (event.key === 'Enter' || event.key === ' ') { zoom(from); }
      else if (event.key === 'Escape') { zoom(null); }
      else { return; }
      event.preventDefault();
    });
  });
})();
