// Zoom, comparison, search and sort. Everything is in the pages already; without this file nothing is lost.
(function () {
  'use strict';
  var SVG = 'http://www.w3.org/2000/svg';
  var all = function (root, selector) { return Array.prototype.slice.call(root.querySelectorAll(selector)); };

  all(document, 'figure.history').forEach(function (figure) {
    var image = figure.querySelector('svg');
    var plot = image.querySelector('svg.plot');
    var dates = figure.querySelector('g.dates');
    var signs = all(figure, 'text.sign');
    var box = plot.viewBox.baseVal;
    var runs = box.width;
    var left = plot.x.baseVal.value, room = plot.width.baseVal.value;
    var day = 0;
    var days = figure.dataset.days.split(',').map(function (step) { day += Number(step); return day; });
    var low = dates.querySelector('text').getAttribute('y');
    var buttons = [];
    if (runs < 8) { return; }

    function text(at, anchor, words) {
      var node = document.createElementNS(SVG, 'text');
      node.setAttribute('x', at);
      node.setAttribute('y', low);
      node.setAttribute('text-anchor', anchor);
      node.setAttribute('class', 'f-muted');
      node.textContent = words;
      dates.appendChild(node);
    }

    function show(from, to) {
      from = Math.max(0, Math.floor(from));
      to = Math.min(runs, Math.max(from + 3, Math.ceil(to)));
      from = Math.min(from, to - 3);
      plot.setAttribute('viewBox', from + ' 0 ' + (to - from) + ' ' + box.height);
      while (dates.firstChild) { dates.removeChild(dates.firstChild); }
      var count = Math.min(7, to - from);
      for (var i = 0; i < count; i++) {
        var run = from + Math.round(i * (to - from - 1) / Math.max(1, count - 1));
        text(left + room * (run + 0.5 - from) / (to - from),
          i === 0 ? 'start' : i === count - 1 ? 'end' : 'middle',
          new Date(days[run] * 86400000).toISOString().slice(0, 10));
      }
      signs.forEach(function (sign) {
        var run = Number(sign.dataset.run);
        sign.setAttribute('x', left + room * (run - from) / (to - from));
        if (run < from || run > to) { sign.setAttribute('visibility', 'hidden'); } else { sign.removeAttribute('visibility'); }
      });
      buttons.forEach(function (button) {
        var size = Number(button.dataset.runs);
        button.setAttribute('aria-pressed', String(to === runs && from === Math.max(0, runs - size)));
      });
      said.textContent = 'Runs ' + (from + 1) + ' to ' + to + ' of ' + runs;
    }

    var tools = document.createElement('div');
    tools.className = 'zoom';
    tools.setAttribute('role', 'group');
    tools.setAttribute('aria-label', 'Range of runs');
    [runs, 500, 200, 50].forEach(function (size, i) {
      if (i > 0 && size >= runs) { return; }
      var button = document.createElement('button');
      button.type = 'button';
      button.dataset.runs = size;
      button.textContent = i === 0 ? 'All runs' : 'Newest ' + size;
      button.addEventListener('click', function () { show(runs - size, runs); });
      buttons.push(button);
      tools.appendChild(button);
    });
    var said = document.createElement('span');
    said.setAttribute('role', 'status');
    tools.appendChild(said);
    var hint = document.createElement('span');
    hint.className = 'hint';
    hint.textContent = 'Drag over the chart to zoom, double-click for all.';
    tools.appendChild(hint);
    figure.appendChild(tools);
    figure.classList.add('zoomable');

    var start = null, picked = null;
    // Empty space of the drawing inside hears nothing, so the image around it listens.
    function runAt(event) {
      var place = plot.getScreenCTM();
      return Math.min(box.x + box.width, Math.max(box.x, (event.clientX - place.e) / place.a));
    }
    image.addEventListener('pointerdown', function (event) {
      if (event.button !== 0 || event.pointerType === 'touch') { return; }
      start = runAt(event);
      picked = document.createElementNS(SVG, 'rect');
      picked.setAttribute('class', 'picked');
      picked.setAttribute('height', box.height);
      plot.appendChild(picked);
      image.setPointerCapture(event.pointerId);
      event.preventDefault();
    });
    image.addEventListener('pointermove', function (event) {
      if (start === null) { return; }
      var now = runAt(event);
      picked.setAttribute('x', Math.min(start, now));
      picked.setAttribute('width', Math.abs(now - start));
    });
    image.addEventListener('pointerup', function (event) {
      if (start === null) { return; }
      var now = runAt(event), from = Math.min(start, now), to = Math.max(start, now);
      plot.removeChild(picked);
      start = null;
      if (to - from >= 2) { show(from, to); }
    });
    image.addEventListener('dblclick', function () { show(0, runs); });
    show(0, runs);
  });

  // Another benchmark over this one. A page that was opened from a file may load scripts and nothing else.
  var values = Object.create(null);
  var waiting = Object.create(null);
  var figures = all(document, 'figure.history');

  function load(file, lost) {
    var script = document.createElement('script');
    script.onload = function () { script.remove(); };
    script.onerror = function () { script.remove(); lost(); };
    script.src = file;
    document.head.appendChild(script);
  }

  function withValues(name, ready, lost) {
    if (values[name]) { ready(); return; }
    if (waiting[name]) { waiting[name].push(ready); return; }
    waiting[name] = [ready];
    load(name + '.js', function () { delete waiting[name]; lost(); });
  }

  window.gnomonSeries = function (name, metrics) {
    values[name] = metrics;
    (waiting[name] || []).forEach(function (ready) { ready(); });
    delete waiting[name];
  };

  // A list for each environment of pairs of run and value.
  function points(name, metric) {
    return (Object.prototype.hasOwnProperty.call(values[name], metric) ? values[name][metric] : []).map(function (series) {
      var found = [];
      for (var i = 0, run = 0; i < series.length; i += 2) {
        run += series[i];
        if (series[i + 1] > 0) { found.push([run, series[i + 1]]); }
      }
      return found;
    });
  }

  function byRun(lists) {
    return new Map([].concat.apply([], lists));
  }

  function median(numbers) {
    var sorted = numbers.slice().sort(function (a, b) { return a - b; });
    var half = Math.floor(sorted.length / 2);
    return sorted.length % 2 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
  }

  function overlay(figure, own, name, label, said) {
    var plot = figure.querySelector('svg.plot');
    var axis = figure.dataset.axis.split(',');
    var log = axis[2] === 'log', low = Number(axis[0]), high = Number(axis[1]);
    var height = plot.viewBox.baseVal.height;
    var lists = points(name, figure.dataset.metric);
    var mine = byRun(points(own, figure.dataset.metric)), other = byRun(lists);
    var shared = Array.from(other.keys()).filter(function (run) { return mine.has(run); });
    if (!shared.length) { said.textContent = 'No run has measured both.'; return; }
    var factor = Math.exp(median(shared.map(function (run) { return Math.log(mine.get(run) / other.get(run)); })));
    var line = document.createElementNS(SVG, 'path');
    var path = '';
    lists.forEach(function (list) {
      list.forEach(function (point, i) {
        var at = point[1] * factor;
        var share = ((log ? Math.log(at) : at) - low) / (high - low);
        path += (i ? 'L' : 'M') + (point[0] + 0.5) + ' ' + (height * (1 - Math.min(1, Math.max(0, share)))).toFixed(1);
      });
      path += 'h0';
    });
    line.setAttribute('d', path);
    line.setAttribute('class', 'other');
    line.setAttribute('vector-effect', 'non-scaling-stroke');
    plot.appendChild(line);
    var link = document.createElement('a');
    link.href = name + '.html';
    link.textContent = label;
    said.textContent = 'Line: ';
    said.appendChild(link);
    said.appendChild(document.createTextNode(' times ' + Number(factor.toPrecision(3)) + ', so that both have one middle; '
      + shared.length + ' runs measured both.'));
  }

  function comparison(figure, own, benchmarks) {
    var row = document.createElement('div');
    row.className = 'compare';
    var label = document.createElement('label');
    label.textContent = 'Compare with ';
    var choice = document.createElement('select');
    [['', 'nothing']].concat(benchmarks).forEach(function (one) {
      if (one[0] === own) { return; }
      var option = document.createElement('option');
      option.value = one[0];
      option.textContent = one[1];
      choice.appendChild(option);
    });
    label.appendChild(choice);
    var said = document.createElement('span');
    said.setAttribute('role', 'status');
    row.appendChild(label);
    row.appendChild(said);
    figure.appendChild(row);
    choice.addEventListener('change', function () {
      all(figure, 'path.other').forEach(function (old) { old.remove(); });
      said.textContent = '';
      var name = choice.value, shown = choice.options[choice.selectedIndex].textContent;
      if (!name) { return; }
      var lost = function () { said.textContent = 'Its values are not beside this page.'; };
      withValues(own, function () {
        withValues(name, function () {
          if (choice.value === name) { overlay(figure, own, name, shown, said); }
        }, lost);
      }, lost);
    });
  }

  if (figures.length) {
    window.gnomonBenchmarks = function (benchmarks) {
      var own = document.querySelector('main').dataset.page;
      if (benchmarks.length > 1) { figures.forEach(function (figure) { comparison(figure, own, benchmarks); }); }
    };
    load('../benchmarks.js', function () {});
  }

  var table = document.getElementById('all-table');
  if (!table) { return; }
  var body = table.tBodies[0];
  var rows = all(body, 'tr');
  var form = document.querySelector('form.filter');
  var find = document.getElementById('find');
  var shown = document.getElementById('shown');
  form.hidden = false;
  form.addEventListener('submit', function (event) { event.preventDefault(); });
  find.addEventListener('input', function () {
    var words = find.value.toLowerCase().split(/\s+/);
    var count = 0;
    rows.forEach(function (row) {
      var name = row.querySelector('.name').textContent.toLowerCase();
      row.hidden = !words.every(function (word) { return name.indexOf(word) >= 0; });
      count += row.hidden ? 0 : 1;
    });
    shown.textContent = count === rows.length ? '' : count + ' of ' + rows.length + ' shown';
  });
  all(table, 'th[data-sort]').forEach(function (head) {
    var button = document.createElement('button');
    button.type = 'button';
    button.className = 'sort';
    button.textContent = head.textContent;
    head.textContent = '';
    head.appendChild(button);
    button.addEventListener('click', function () {
      var byName = head.dataset.sort === 'name';
      var first = byName ? 'ascending' : 'descending';
      var state = head.getAttribute('aria-sort') === first ? (byName ? 'descending' : 'ascending') : first;
      all(table, 'th[data-sort]').forEach(function (other) { other.removeAttribute('aria-sort'); });
      head.setAttribute('aria-sort', state);
      var sign = state === 'descending' ? -1 : 1;
      rows.slice().sort(function (a, b) {
        var x = byName ? a.querySelector('.name').textContent : Number(a.dataset.spread);
        var y = byName ? b.querySelector('.name').textContent : Number(b.dataset.spread);
        return x < y ? -sign : x > y ? sign : 0;
      }).forEach(function (row) { body.appendChild(row); });
    });
  });
})();
