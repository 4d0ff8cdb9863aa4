/** A lesson that turns its own pages, saves each, and finishes when it is told how many there are. */
export const pagesPackage = `<!doctype html><html lang="en"><title>Pages</title><body><h1>Pages</h1><p id="at"></p><script>
var win = window, tries = 0;
while (win.API == null && win.parent && win.parent !== win && tries++ < 20) win = win.parent;
var api = win.API, page = 0;
api.LMSInitialize('');
page = Number(api.LMSGetValue('cmi.core.lesson_location') || 0);
window.resumedAt = page;
window.finish = function () {
  clearInterval(timer);
  api.LMSSetValue('cmi.core.lesson_status', 'completed');
  api.LMSSetValue('cmi.core.exit', '');
  return api.LMSFinish('');
};
var timer = setInterval(function () {
  api.LMSSetValue('cmi.interactions.' + page + '.id', 'q' + page);
  page += 1;
  api.LMSSetValue('cmi.core.lesson_location', String(page));
  api.LMSSetValue('cmi.suspend_data', JSON.stringify({ page: page }));
  api.LMSCommit('');
  document.getElementById('at').textContent = 'Page ' + page;
  window.page = page;
}, 150);
</script></body></html>`;
