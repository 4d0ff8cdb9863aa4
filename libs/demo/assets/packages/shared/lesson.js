/* Shows one screen at a time, keeps the learner's place, and runs the check. What it knows of the record-keeper is the
   `Tracker` of scorm12.js or scorm2004.js; without one the lesson still works and says that nothing is kept. */
(function () {
  'use strict';
  var screens = [].slice.call(document.querySelectorAll('.screen'));
  var ids = screens.map(function (screen) { return screen.id; });
  var fieldsets = [].slice.call(document.querySelectorAll('fieldset[data-question]'));
  var passMark = 75;
  var tracker = window.Tracker;
  var state = { v: 1, seen: [], answers: {}, tries: 0 };
  var here = 0;
  var passed = false;
  var asked = Date.now();

  function restore() {
    try {
      var kept = JSON.parse(tracker.suspended() || 'null');
      if (kept && kept.v === 1) state = kept;
    } catch (unreadable) { /* begin again rather than not at all */ }
    passed = tracker.passed();
    here = Math.max(0, ids.indexOf(tracker.location()));
  }

  function save() {
    tracker.keep(ids[here], JSON.stringify(state), state.seen.length / screens.length);
  }

  function drawRoute() {
    document.querySelectorAll('.route li').forEach(function (stop, index) {
      var done = state.seen.indexOf(ids[index]) >= 0 && index !== here;
      stop.className = index === here ? 'here' : done && index < here ? 'done' : '';
      if (index === here) stop.setAttribute('aria-current', 'step'); else stop.removeAttribute('aria-current');
    });
    document.querySelector('.where').textContent = (here + 1) + ' of ' + screens.length;
  }

  function show(index, focus) {
    here = index;
    screens.forEach(function (screen, at) { screen.hidden = at !== index; });
    if (state.seen.indexOf(ids[index]) < 0) state.seen.push(ids[index]);
    drawRoute();
    if (ids[index] === 'finish') drawResult();
    document.getElementById('back').hidden = index === 0;
    var next = document.getElementById('next');
    next.hidden = index === screens.length - 1 || (ids[index] === 'check' && !allAnswered());
    next.firstChild.data = index === 0 ? 'Begin' : ids[index] === 'check' ? 'See result' : 'Next';
    window.scrollTo(0, 0);
    if (focus) screens[index].querySelector('h2').focus();
    asked = Date.now();
    save();
  }

  function allAnswered() {
    return fieldsets.every(function (fieldset) { return state.answers[fieldset.dataset.question]; });
  }

  function right(fieldset) {
    return state.answers[fieldset.dataset.question] === fieldset.dataset.right;
  }

  function mark(fieldset) {
    var given = state.answers[fieldset.dataset.question];
    var said = fieldset.querySelector('.said');
    fieldset.querySelectorAll('input').forEach(function (input) {
      input.checked = input.value === given;
      input.disabled = Boolean(given);
    });
    fieldset.querySelector('.btn').hidden = Boolean(given);
    said.hidden = !given;
    if (!given) return;
    said.className = 'said ' + (right(fieldset) ? 'right' : 'wrong');
    said.innerHTML = '<b></b><span></span>';
    said.firstChild.textContent = right(fieldset) ? 'Right' : 'Not quite';
    said.lastChild.textContent = fieldset.dataset.why;
  }

  function answer(fieldset) {
    var chosen = fieldset.querySelector('input:checked');
    var said = fieldset.querySelector('.said');
    if (!chosen) {
      said.hidden = false;
      said.className = 'said wrong';
      said.textContent = 'Choose one answer first.';
      return;
    }
    state.answers[fieldset.dataset.question] = chosen.value;
    mark(fieldset);
    tracker.answered({
      id: fieldset.dataset.question + '-' + (state.tries + 1),
      text: fieldset.querySelector('legend').textContent.trim(),
      given: chosen.value,
      right: fieldset.dataset.right,
      correct: right(fieldset),
      milliseconds: Date.now() - asked
    });
    asked = Date.now();
    if (allAnswered()) judge();
    save();
    document.getElementById('next').hidden = !allAnswered();
    if (allAnswered()) document.getElementById('next').focus();
    else said.focus();
  }

  function score() {
    return Math.round((100 * fieldsets.filter(right).length) / fieldsets.length);
  }

  function judge() {
    state.tries += 1;
    passed = passed || score() >= passMark;
    tracker.scored(score(), passed);
  }

  function again() {
    state.answers = {};
    fieldsets.forEach(mark);
    show(ids.indexOf('check'), true);
  }

  function drawResult() {
    var done = allAnswered();
    var count = fieldsets.filter(right).length;
    document.getElementById('marks').hidden = !done;
    document.getElementById('marks').querySelector('b').textContent = count + ' of ' + fieldsets.length;
    document.getElementById('verdict').textContent = passed
      ? 'You have passed. This lesson is done.'
      : done ? 'You need 3 of 4. Look again at what you missed, then try once more.' : 'Answer the four questions first.';
    document.getElementById('again').hidden = passed;
    document.getElementById('kept').hidden = !passed;
  }

  function build() {
    var route = document.querySelector('.route');
    screens.forEach(function (screen) {
      var stop = document.createElement('li');
      var name = document.createElement('span');
      name.className = 'unseen';
      name.textContent = screen.dataset.title;
      stop.appendChild(name);
      route.appendChild(stop);
      screen.querySelector('h2').tabIndex = -1;
    });
    fieldsets.forEach(function (fieldset) {
      var said = document.createElement('div');
      said.setAttribute('role', 'status');
      said.tabIndex = -1;
      said.hidden = true;
      said.className = 'said';
      var button = document.createElement('button');
      button.type = 'button';
      button.className = 'btn main';
      button.textContent = 'Answer';
      button.addEventListener('click', function () { answer(fieldset); });
      fieldset.appendChild(button);
      fieldset.appendChild(said);
    });
    document.querySelectorAll('.reveal details').forEach(function (details) {
      details.addEventListener('toggle', function () { if (details.open) details.classList.add('seen'); });
    });
    document.getElementById('back').addEventListener('click', function () { show(here - 1, true); });
    document.getElementById('next').addEventListener('click', function () { show(here + 1, true); });
    document.getElementById('again').addEventListener('click', again);
  }

  build();
  document.querySelector('.offline').hidden = tracker.begin();
  restore();
  fieldsets.forEach(mark);
  show(here, false);
  window.addEventListener('pagehide', function () { tracker.end(passed); });
})();
