import { expect, test } from "vitest";
import { signInAs, startApp } from "../support/app.ts";
import { withEngine } from "../support/around.ts";
import { aliasSecret, aPerson, register, someoneElse } from "../support/people.ts";

const engine = withEngine();

test("my submissions come newest first, twenty a page, each once", async () => {
  const person = aPerson({ number: someoneElse(1) });
  await register(engine.client, aliasSecret(), person);
  const started = startApp(engine);
  const { browser } = await signInAs(started, person);
  const sent: string[] = [];
  for (let n = 1; n <= 45; n++) {
    started.pass(1);
    const body = { item: "contact", address: { division: "340403", lines: `学院路${n}号` } };
    const response = await browser.post("/changes", body, { headers: { "idempotency-key": crypto.randomUUID() } });
    sent.unshift((await response.json()).receipt);
  }

  const seen: string[] = [];
  let path = "/submissions";
  for (let pages = 1; ; pages++) {
    const { submissions, cursor } = await (await browser.get(path)).json();
    seen.push(...submissions.map(({ receipt }: { receipt: string }) => receipt));
    if (!cursor) {
      expect(pages).toBe(3);
      break;
    }
    path = `/submissions?cursor=${encodeURIComponent(cursor)}`;
  }
  expect(seen).toEqual(sent);
});
