import type { FastifyRequest } from 'fastify';
import type { Device } from './sessions/start-session.js';

export const deviceOf = (request: FastifyRequest, client: Device['client']): Device => ({
  client,
  name: request.headers['user-agent'] ?? 'Unknown device',
});
