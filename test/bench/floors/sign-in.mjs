import { verify } from '@node-rs/argon2';
import { serve } from './serve.mjs';

/** Signing in: one password checked against one argon2id hash, and always the same answer. */
process.once('message', ({ hash, answer }) => {
  serve(async (_path, body) => {
    const { password } = JSON.parse(body);
    if (!(await verify(hash, password))) throw new Error('The password does not match');
    return answer;
  });
});
