import { chromium, test } from '@playwright/test';
import { buildBundles } from './transport/bundles.js';
import { startServer } from './transport/server.js';
test('bench', async () => {
  const b = await buildBundles();
  const s = await startServer(b.appScript, b.frameFolder, 2);
  const br = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox','--disable-gpu'] });
  for (const std of ['scorm12', 'scorm2004'] as const) {
    const p = await (await br.newContext()).newPage();
    await p.goto(s.origin); await p.evaluate((n) => window.app.open(n), std);
    await p.waitForTimeout(1500);
    const part = p.frames().find((f) => f.url().endsWith('part.html'))!;
    const r = await part.evaluate(async () => {
      const api: any = (window as any).api12 ?? (window as any).api2004; const one = !!(window as any).api12;
      const set = one ? api.LMSSetValue : api.SetValue; (one ? api.LMSInitialize : api.Initialize)('');
      const run = (base: number) => { const t = performance.now(); for (let n = base; n < base + 250; n++) { const q = 'cmi.interactions.' + n + '.'; set(q+'id','question-'+n); set(q+'type','choice'); set(q+(one?'student_response':'learner_response'),'a'); set(q+'result','correct'); } return performance.now() - t; };
      const out: number[] = [run(0)]; await new Promise((r) => setTimeout(r, 500)); out.push(run(0)); await new Promise((r) => setTimeout(r, 500));
      (window.parent as any).dispatchEvent(new Event('pagehide'));
      out.push(run(0)); out.push(run(0));
      let t = performance.now(); for (let i = 0; i < 1000; i++) localStorage.setItem('zz' + i, 'x'.repeat(200)); out.push(performance.now() - t);
      const c = new MessageChannel(); t = performance.now(); for (let i = 0; i < 1000; i++) c.port1.postMessage({ seq: i, a: { b: 'c' } }); out.push(performance.now() - t);
      t = performance.now(); for (let i = 0; i < 1000; i++) new Date().toISOString(); out.push(performance.now() - t);
      t = performance.now(); for (let i = 0; i < 10; i++) localStorage.setItem('zz' + i, 'x'.repeat(64000)); out.push(performance.now() - t);
      return out;
    });
    console.log('BENCH', std, r.map((n) => n.toFixed(1)).join(' '));
  }
  await br.close(); await s.close(); await b.remove();
});
