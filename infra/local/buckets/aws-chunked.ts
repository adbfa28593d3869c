import { Transform } from "node:stream";

/** Unwraps a body that the SDK sends in chunks with a checksum behind it: `<hex>[;signature]\r\n<bytes>\r\n … 0\r\n<trailers>`. */
export function unwrapChunks(): Transform {
  let pending: Buffer = Buffer.alloc(0);
  let left = 0; // bytes of the present chunk still to come
  let ended = false; // what follows are trailers

  return new Transform({
    transform(bytes: Buffer, _, next) {
      pending = pending.length > 0 ? Buffer.concat([pending, bytes]) : bytes;
      while (pending.length > 0 && !ended) {
        if (left > 0) {
          const body = pending.subarray(0, left);
          this.push(body);
          left -= body.length;
          pending = pending.subarray(body.length);
          continue;
        }
        if (pending[0] === 13 && pending.length < 2) break;
        if (pending[0] === 13) pending = pending.subarray(2); // the line end behind the chunk before
        const end = pending.indexOf("\r\n");
        if (end < 0) break;
        left = Number.parseInt(pending.toString("latin1", 0, end), 16);
        if (Number.isNaN(left)) return next(new Error("A chunk does not say how long it is"));
        pending = pending.subarray(end + 2);
        ended = left === 0;
      }
      if (ended) pending = Buffer.alloc(0);
      next();
    },
    flush: (done) => done(ended ? null : new Error("The body ends in the middle of a chunk")),
  });
}
