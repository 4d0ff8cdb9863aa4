import type { FastifyReply, FastifyRequest } from 'fastify';
import parseRange from 'range-parser';
import type { Storage } from '@lms/api-platform';

export interface StoredFile {
  sha256: string;
  size: number;
  mediaType: string;
  /** The name to keep it under, of what is never shown in the browser. */
  download?: string | null;
}

/** Answers with bytes that never change under their address: conditional, in ranges (RFC 9110, section 14), streamed unless its bytes are at hand. */
export function sendStored(
  storage: Storage,
  request: FastifyRequest,
  reply: FastifyReply,
  file: StoredFile,
  whole?: Buffer,
): FastifyReply {
  const etag = `"${file.sha256}"`;
  void reply
    .header('etag', etag)
    .header('accept-ranges', 'bytes')
    .header('cache-control', 'private, max-age=3600, must-revalidate');
  if (request.headers['if-none-match'] === etag) return reply.status(304).send();
  void reply.type(file.mediaType);
  if (file.download) void reply.header('content-disposition', attachment(file.download));
  const wanted = request.headers.range;
  const ranges = wanted && (request.headers['if-range'] ?? etag) === etag ? parseRange(file.size, wanted) : undefined;
  if (ranges === -1) return reply.status(416).header('content-range', `bytes */${file.size}`).send();
  const first = Array.isArray(ranges) && ranges.type === 'bytes' && ranges.length === 1 ? ranges[0] : undefined;
  if (!first) {
    void reply.header('content-length', file.size);
    return request.method === 'HEAD' ? reply.send() : reply.send(whole ?? storage.open(file.sha256));
  }
  void reply
    .status(206)
    .header('content-range', `bytes ${first.start}-${first.end}/${file.size}`)
    .header('content-length', first.end - first.start + 1);
  return request.method === 'HEAD' ? reply.send() : reply.send(storage.open(file.sha256, first));
}

/** With the name in any alphabet (RFC 6266, section 4.3), and in plain letters for what does not read that. */
function attachment(name: string): string {
  const plain = name.replace(/[^\w.() -]/g, '_');
  const encoded = encodeURIComponent(name.toWellFormed()).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16)}`);
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
