import { Clock, Transactions } from '@lms/api-platform';
import { DataSource } from 'typeorm';
import { RunRules } from '../../../libs/api/assignments/src/rules/runs/run-rules.js';
import { startInstance } from '../../../tools/instance.mjs';
import type { BenchCase } from '../bench-case.js';
import { alternate } from '../load/alternate.js';
import { databaseUrl } from '../setting/database.js';
import { clearAssignments, insertPlainly, keepGiven, makeWorkforce, RULE_RUN } from '../setting/workforce.js';

const PEOPLE = 25_000;

class RealClock extends Clock {
  now(): Date {
    return new Date();
  }
}

export const ruleCase: BenchCase = {
  name: 'rule',
  title:
    'One rule applied to 25,000 people, beside plain INSERT … SELECTs of the same rows with the same triggers, as many at once',
  unit: 's',
  aim: { of: 'ratio', atMost: 2 },
  async run(bench) {
    await bench.stopDemo();
    const dataDir = await bench.folder('rule');
    const instance = await startInstance({ dataDir });
    const app = await new DataSource({ type: 'postgres', url: await databaseUrl(dataDir, 'waymark_app') }).initialize();
    try {
      const owner = await databaseUrl(dataDir, 'waymark_owner');
      bench.say(`Engaging ${PEOPLE} people …`);
      await makeWorkforce(owner, PEOPLE);
      const rules = new RunRules(new Transactions(app), new RealClock());
      const seconds = async (work: () => Promise<unknown>): Promise<number> => {
        await clearAssignments(owner);
        const from = performance.now();
        await work();
        return (performance.now() - from) / 1000;
      };
      await seconds(() => rules.run(RULE_RUN));
      await keepGiven(owner, PEOPLE);
      return await alternate(
        bench.pace.rounds,
        () => seconds(() => rules.run(RULE_RUN)),
        () => seconds(() => insertPlainly((work) => app.transaction(work), PEOPLE)),
      );
    } finally {
      await app.destroy();
      await instance.stop({ keepData: true });
    }
  },
};
