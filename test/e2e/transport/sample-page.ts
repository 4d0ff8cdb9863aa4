/** A content page as packages write them: it climbs for its API, and can be told to say its last words on leaving. */
export const samplePage = `<!doctype html><html lang="en"><title>Sample</title><body><h1>Sample</h1><script>
function find(win, name) {
  var tries = 0;
  while (win[name] == null && win.parent != null && win.parent != win && tries < 500) { tries += 1; win = win.parent; }
  return win[name] || null;
}
window.api12 = find(window, 'API');
window.api2004 = find(window, 'API_1484_11');
window.climb = function () {
  var win = window, steps = 0;
  while (win.parent != null && win.parent != win && steps < 50) { steps += 1; win = win.parent; }
  return { steps: steps, isTop: win === window.top, isOurs: win.location.origin === location.origin };
};
window.lastWordsOn = function (event) {
  addEventListener(event, function () {
    var set = api12 ? api12.LMSSetValue : api2004.SetValue;
    set(api12 ? 'cmi.suspend_data' : 'cmi.suspend_data', new Array(64001).join('s'));
    for (var n = 0; n < 250; n += 1) {
      var path = 'cmi.interactions.' + n + '.';
      set(path + 'id', 'question-' + n);
      set(path + 'type', 'choice');
      set(path + (api12 ? 'student_response' : 'learner_response'), 'a');
      set(path + 'result', 'correct');
    }
    set(api12 ? 'cmi.core.lesson_location' : 'cmi.location', 'last');
    if (window.politely) { if (api12) api12.LMSFinish(''); else api2004.Terminate(''); }
    localStorage.setItem('said', 'everything');
  });
};
</script></body></html>`;
