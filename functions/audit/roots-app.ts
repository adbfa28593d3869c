import { Hono } from "hono/tiny";
import { readRoots } from "../../shared/access-log/contract.ts";
import type { Env } from "../app.ts";
import { accept } from "../http/accept.ts";
import { ending, framedBy } from "../http/frame.ts";
import type { ReadRoots } from "./roots.ts";

type Options = { roots: ReadRoots; origins: readonly string[] };

/** Nobody is asked who they are: the same answer for everybody is what makes a root worth something. */
export const createRoots = ({ roots, origins }: Options) =>
  ending(
    framedBy([readRoots], async (_, next) => next(), { origins }).route(
      "/",
      new Hono<Env>().get(readRoots.path, accept(readRoots), async (c) =>
        c.json({ roots: await roots(c.req.valid("param").month) }),
      ),
    ),
  );
