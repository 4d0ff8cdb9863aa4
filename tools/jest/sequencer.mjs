import Sequencer from '@jest/test-sequencer';

/** What has the whole API first, what has nothing but itself last: so the workers end at nearly the same moment. */
const order = ['http', 'int', 'web', 'api', 'unit'];
const rank = ({ context }) => order.indexOf(context.config.displayName?.name ?? '');

export default class CostliestFirst extends (Sequencer.default ?? Sequencer) {
  sort(tests) {
    return super.sort(tests).sort((a, b) => rank(a) - rank(b));
  }
}
