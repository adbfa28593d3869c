import type { IncomingMessage, ServerResponse } from "node:http";

/** What a request is about. */
export type Asked = { request: IncomingMessage; response: ServerResponse; bucket: string; key: string; query: URLSearchParams };

export class BucketRefusal extends Error {
  readonly code: string;
  readonly status: number;
  constructor(status: number, code: string) {
    super(code);
    this.code = code;
    this.status = status;
  }
}

export function xml(response: ServerResponse, status: number, body: string) {
  const text = `<?xml version="1.0" encoding="UTF-8"?>${body}`;
  response.writeHead(status, { "content-type": "application/xml", "content-length": Buffer.byteLength(text) }).end(text);
}
