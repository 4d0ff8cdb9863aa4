/* SCORM 2004 run-time environment, 4th edition: finding the API (section 3.3.1) and the elements used here (4.2). */
(function () {
  'use strict';
  var api = null;
  var begun = Date.now();
  var open = false;

  function climb(from) {
    for (var depth = 0, at = from; at && depth < 500; depth += 1) {
      try {
        if (at.API_1484_11) return at.API_1484_11;
        if (!at.parent || at.parent === at) return null;
      } catch (otherOrigin) { return null; }
      at = at.parent;
    }
    return null;
  }

  function set(element, value) { if (open) api.SetValue(element, String(value)); }
  function get(element) { return open ? String(api.GetValue(element)) : ''; }

  /* timeinterval (second,10,2): an ISO 8601 duration */
  function interval(milliseconds) { return 'PT' + (Math.max(0, milliseconds) / 1000).toFixed(2) + 'S'; }

  /* time (second,10,0): an instant in UTC */
  function instant() { return new Date().toISOString().slice(0, 19) + 'Z'; }

  window.Tracker = {
    begin: function () {
      api = climb(window.parent !== window ? window.parent : null) || (window.opener ? climb(window.opener) : null) || climb(window);
      open = Boolean(api) && String(api.Initialize('')) === 'true';
      var status = get('cmi.completion_status');
      if (open && status !== 'completed' && status !== 'incomplete') set('cmi.completion_status', 'incomplete');
      set('cmi.exit', 'suspend');
      return open;
    },
    location: function () { return get('cmi.location'); },
    suspended: function () { return get('cmi.suspend_data'); },
    passed: function () { return get('cmi.success_status') === 'passed'; },
    keep: function (location, suspended, progress) {
      if (!open) return;
      set('cmi.location', location);
      set('cmi.suspend_data', suspended);
      set('cmi.progress_measure', this.passed() ? 1 : Math.min(0.99, progress).toFixed(2));
      set('cmi.session_time', interval(Date.now() - begun));
      api.Commit('');
    },
    answered: function (said) {
      if (!open) return;
      var at = 'cmi.interactions.' + (parseInt(get('cmi.interactions._count'), 10) || 0) + '.';
      set(at + 'id', said.id);
      set(at + 'type', 'choice');
      set(at + 'timestamp', instant());
      set(at + 'correct_responses.0.pattern', said.right);
      set(at + 'learner_response', said.given);
      set(at + 'result', said.correct ? 'correct' : 'incorrect');
      set(at + 'latency', interval(said.milliseconds));
      set(at + 'description', said.text.slice(0, 250));
    },
    scored: function (percent, passed) {
      set('cmi.score.min', 0);
      set('cmi.score.max', 100);
      set('cmi.score.raw', percent);
      set('cmi.score.scaled', percent / 100);
      set('cmi.success_status', passed ? 'passed' : 'failed');
      set('cmi.completion_status', passed ? 'completed' : 'incomplete');
    },
    end: function (passed) {
      if (!open) return;
      set('cmi.session_time', interval(Date.now() - begun));
      set('cmi.exit', passed ? 'normal' : 'suspend');
      api.Commit('');
      api.Terminate('');
      open = false;
    }
  };
})();
