/* SCORM 1.2 run-time environment: finding the API (section 3.3.6) and the elements this lesson uses (section 3.4). */
(function () {
  'use strict';
  var api = null;
  var begun = Date.now();
  var open = false;

  function climb(from) {
    for (var depth = 0, at = from; at && depth < 8; depth += 1) {
      try {
        if (at.API) return at.API;
        if (!at.parent || at.parent === at) return null;
      } catch (otherOrigin) { return null; }
      at = at.parent;
    }
    return null;
  }

  function set(element, value) { if (open) api.LMSSetValue(element, String(value)); }
  function get(element) { return open ? String(api.LMSGetValue(element)) : ''; }

  function two(value) { return (value < 10 ? '0' : '') + value; }

  /* CMITimespan: HHHH:MM:SS.SS */
  function span(milliseconds) {
    var seconds = Math.max(0, milliseconds) / 1000;
    var hours = Math.min(9999, Math.floor(seconds / 3600));
    var rest = (seconds % 60).toFixed(2);
    if (rest === '60.00') rest = '59.99';
    return ('000' + hours).slice(-4) + ':' + two(Math.floor((seconds % 3600) / 60)) + ':' + (rest.length < 5 ? '0' : '') + rest;
  }

  window.Tracker = {
    begin: function () {
      api = climb(window) || (window.opener ? climb(window.opener) : null);
      open = Boolean(api) && String(api.LMSInitialize('')) === 'true';
      var status = get('cmi.core.lesson_status');
      if (open && (status === 'not attempted' || status === '' || status === 'browsed')) {
        set('cmi.core.lesson_status', 'incomplete');
      }
      set('cmi.core.exit', 'suspend');
      return open;
    },
    location: function () { return get('cmi.core.lesson_location'); },
    suspended: function () { return get('cmi.suspend_data'); },
    passed: function () { return get('cmi.core.lesson_status') === 'passed'; },
    keep: function (location, suspended) {
      if (!open) return;
      set('cmi.core.lesson_location', location);
      set('cmi.suspend_data', suspended);
      set('cmi.core.session_time', span(Date.now() - begun));
      api.LMSCommit('');
    },
    answered: function (said) {
      if (!open) return;
      var at = 'cmi.interactions.' + (parseInt(get('cmi.interactions._count'), 10) || 0) + '.';
      var now = new Date();
      set(at + 'id', said.id);
      set(at + 'type', 'choice');
      set(at + 'time', two(now.getHours()) + ':' + two(now.getMinutes()) + ':' + two(now.getSeconds()));
      set(at + 'correct_responses.0.pattern', said.right);
      set(at + 'student_response', said.given);
      set(at + 'result', said.correct ? 'correct' : 'wrong');
      set(at + 'latency', span(said.milliseconds));
    },
    scored: function (percent, passed) {
      set('cmi.core.score.min', 0);
      set('cmi.core.score.max', 100);
      set('cmi.core.score.raw', percent);
      set('cmi.core.lesson_status', passed ? 'passed' : 'incomplete');
    },
    end: function (passed) {
      if (!open) return;
      set('cmi.core.session_time', span(Date.now() - begun));
      set('cmi.core.exit', passed ? '' : 'suspend');
      api.LMSCommit('');
      api.LMSFinish('');
      open = false;
    }
  };
})();
