// Zoom, search and keys of flame graphs. They are drawn already; without this file nothing is lost.
(function () {
  'use strict';
  var ROW = 18;
  var all = function (root, selector) { return Array.prototype.slice.call(root.querySelectorAll(selector)); };

  function read(g) {
    var rect = g.querySelector('rect');
    var title = g.querySelector('title').textContent;
    var y = Number(rect.getAttribute('y'));
    return {
      g: g, rect: rect, label: g.querySelector('text'), title: title, name: title.slice(0, title.lastIndexOf(': ')),
      x: Number(rect.getAttribute('x')), y: y, w: Number(rect.getAttribute('width')), row: Math.round(y / ROW)
    };
  }

  function write(frame, x, w) {
    var letters = Math.floor((w - 6) / 6.6);
    var text = frame.name;
    if (text.length > letters) {
      var parts = text.split('.');
      if (parts.length > 2) { text = parts.slice(-2).join('.'); }
    }
    if (text.length > letters) { text = text.slice(0, Math.max(0, letters - 1)) + '…'; }
    if (letters < 3 && !frame.label) { return; }
    if (!frame.label) {
      frame.label = document.createElementNS(frame.g.namespaceURI, 'text');
      frame.label.setAttribute('class', 'f-text');
      frame.label.setAttribute('y', frame.y + 12.5);
      frame.g.appendChild(frame.label);
    }
    frame.label.setAttribute('x', x + 3);
    frame.label.textContent = letters < 3 ? '' : text;
  }

  function tools(box) {
    var made = { search: document.createElement('input'), reset: document.createElement('button'), found: document.createElement('span') };
    var bar = document.createElement('div');
    bar.className = 'flametools';
    var label = document.createElement('label');
    label.textContent = 'Find a frame ';
    made.search.type = 'search';
    label.appendChild(made.search);
    made.reset.type = 'button';
    made.reset.textContent = 'Show all';
    made.reset.disabled = true;
    made.found.setAttribute('role', 'status');
    bar.appendChild(label);
    bar.appendChild(made.reset);
    bar.appendChild(made.found);
    box.parentNode.insertBefore(bar, box);
    return made;
  }

  function enliven(box) {
    var svg = box.querySelector('svg');
    var frames = svg ? all(svg, 'g.frame').map(read) : [];
    if (!frames.length) { return; }
    var width = svg.viewBox.baseVal.width;
    var of = new Map();
    var rows = [];
    var bar = tools(box);
    // One stop of the tab key; arrows walk the tree: down to a callee, up to the caller, left and right.
    var current = frames[0];

    function stop(at) {
      current.g.setAttribute('tabindex', '-1');
      current = at;
      at.g.setAttribute('tabindex', '0');
    }

    function zoom(onto) {
      var from = onto ? onto.x : 0;
      var scale = onto ? width / Math.max(0.5, onto.w) : 1;
      frames.forEach(function (frame) {
        var x = (frame.x - from) * scale;
        var w = frame.w * scale;
        var outside = x + w <= 0.01 || x >= width - 0.01;
        frame.g.style.display = outside ? 'none' : '';
        frame.g.classList.toggle('faded', Boolean(onto) && frame.y < onto.y);
        if (outside) { return; }
        var left = Math.max(0, x);
        var visible = Math.min(width, x + w) - left;
        frame.rect.setAttribute('x', left);
        frame.rect.setAttribute('width', Math.max(0.5, visible));
        write(frame, left, visible);
      });
      if (onto) { stop(onto); }
      bar.reset.disabled = !onto;
    }

    function nearest(from, down, side) {
      var best = null;
      (rows[from.row + down] || []).forEach(function (to) {
        if (to.g.style.display === 'none') { return; }
        var inside = down > 0 ? to.x >= from.x - 0.1 && to.x < from.x + from.w
          : down < 0 ? to.x <= from.x + 0.1 && to.x + to.w > from.x : side * (to.x - from.x) > 0;
        if (!inside) { return; }
        if (!best || (down > 0 ? to.w > best.w : Math.abs(to.x - from.x) < Math.abs(best.x - from.x))) { best = to; }
      });
      return best;
    }

    svg.setAttribute('role', 'tree');
    svg.setAttribute('aria-label', svg.querySelector('title').textContent);
    frames.forEach(function (frame, index) {
      of.set(frame.g, frame);
      (rows[frame.row] = rows[frame.row] || []).push(frame);
      frame.g.setAttribute('role', 'treeitem');
      frame.g.setAttribute('aria-level', frame.row + 1);
      frame.g.setAttribute('aria-label', frame.title);
      frame.g.setAttribute('tabindex', index === 0 ? '0' : '-1');
    });

    bar.reset.addEventListener('click', function () { zoom(null); });
    bar.search.addEventListener('input', function () {
      var text = bar.search.value.toLowerCase();
      var count = 0;
      frames.forEach(function (frame) {
        var hit = text !== '' && frame.name.toLowerCase().indexOf(text) >= 0;
        frame.g.classList.toggle('found', hit);
        count += hit ? 1 : 0;
      });
      bar.found.textContent = text === '' ? '' : count + (count === 1 ? ' frame' : ' frames');
    });
    svg.addEventListener('click', function (event) {
      var frame = of.get(event.target.closest('g.frame'));
      if (frame) { zoom(frame); }
    });
    svg.addEventListener('keydown', function (event) {
      var from = of.get(document.activeElement);
      if (!from) { return; }
      var way = { ArrowDown: [1, 0], ArrowUp: [-1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] }[event.key];
      if (way) {
        var to = nearest(from, way[0], way[1]);
        if (to) {
          stop(to);
          to.g.focus();
        }
      } else if (event.key === 'Enter' || event.key === ' ') { zoom(from); }
      else if (event.key === 'Escape') { zoom(null); }
      else { return; }
      event.preventDefault();
    });
  }

  all(document, '.flamegraph').forEach(enliven);
})();
