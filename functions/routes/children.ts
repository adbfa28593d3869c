import { Hono } from "hono/tiny";
import { isInsured } from "../../shared/check/assess.ts";
import { type ChildView, listChildren } from "../../shared/children/contract.ts";
import { masked } from "../../shared/privacy/masks.ts";
import { Insurance } from "../../shared/registration.ts";
import type { Env, FormDeps } from "../app.ts";
import type { FoundChild } from "../find-children.ts";

export const children = ({ children: of }: FormDeps) =>
  new Hono<Env>().get(listChildren.path, async (c) => {
    const theirs = await (await of()).all(c.var.session);
    return c.json({ children: theirs.map(viewOf).sort((a, b) => (a.birth ?? "").localeCompare(b.birth ?? "")) });
  });

const viewOf = ({ child, proven, record, objection }: FoundChild): ChildView => {
  const { name, birth } = record.registration.identity;
  return {
    child,
    name: masked("name", name),
    ...(birth && { birth }),
    proven,
    insured: Insurance.options.filter((insurance) => isInsured(record, insurance)),
    ...(objection && { objected: true }),
  };
};
