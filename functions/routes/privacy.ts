import { Hono } from "hono/tiny";
import { type Copy, noteNotice, takeCopy } from "../../shared/privacy/contract.ts";
import type { Deps, Env } from "../app.ts";
import { accept } from "../http/accept.ts";
import { problem } from "../http/problem.ts";

export const privacy = ({ notices, copy, places, now }: Deps) =>
  new Hono<Env>()
    .post(noteNotice.path, accept(noteNotice), async (c) => {
      await (await notices()).note(c.var.session.personId, now());
      return c.body(null, 204);
    })
    .get(takeCopy.path, accept(takeCopy), async (c) => {
      const { personId, sessionId } = c.var.session;
      const { before } = c.req.valid("query");
      const taken = await copy({ personId, sessionId, ...(before && { before: Number(before) }) });
      if (!taken) return problem(c, "not-found");
      const placeName = await places();
      const named = Object.fromEntries(divisionsIn(taken.fields).map((code) => [code, placeName(code)]));
      return c.json({ ...taken, places: named } satisfies Copy);
    });

const SPOKEN_OF = /"(?:region|division|place)":"(\d{6})"|"insured-(\d{6})"/g;
const divisionsIn = (fields: Copy["fields"]): string[] => [
  ...new Set([...JSON.stringify(fields).matchAll(SPOKEN_OF)].flatMap(([, code, agency]) => code ?? agency ?? [])),
];
