// Filter, sort and unfold. Everything is in the page already; without this file nothing is lost.
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
})();
