import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { appointDemoStaff, staffWords } from "../../scripts/start/demo-staff.ts";
import { StaffRole } from "../../shared/staff/staff.ts";
import { withEngine } from "../support/around.ts";
import { startStaff } from "../support/staff.ts";

type Listed = { name: string; role: StaffRole; staffId: never; signIn: { issuer: string; code: string } };
const engine = withEngine();
const folder = mkdtempSync(join(tmpdir(), "demo-staff-"));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const listed = (): Listed[] => JSON.parse(readFileSync(join(folder, "demo-staff.json"), "utf8"));

test("the demonstration's staff: each role can be tried, two of those who decide; started again, or under another issuer too", async () => {
  const { staff } = startStaff({ client: engine.client });
  const mayWork = async () => {
    const known = await Promise.all(listed().map(async ({ role, staffId }) => ({ role, known: await staff.member(staffId) })));
    return known.flatMap(({ role, known: one }) => (one?.grants.some(({ ended }) => !ended) ? [role] : [])).sort();
  };
  await appointDemoStaff(folder, "http://localhost:1", "http://127.0.0.1:2");
  const first = await mayWork();
  expect(new Set(first)).toEqual(new Set(StaffRole.options));
  for (const role of ["agent", "handler", "checker"])
    expect(first.filter((one) => one === role).length).toBeGreaterThanOrEqual(2);
  expect(statSync(join(folder, "demo-staff.json")).mode & 0o777).toBe(0o600);
  for (const { name, signIn } of listed()
    .filter(({ signIn: { code } }) => code.startsWith("shown"))
    .slice(0, 5)) {
    expect(staffWords("http://localhost:1")).toContain(name);
    expect(signIn.issuer).toBe("http://127.0.0.1:2");
  }

  const grants = async () => (await staff.member(listed()[0]!.staffId))?.grants.length;
  await appointDemoStaff(folder, "http://localhost:1", "http://127.0.0.1:2");
  expect(await grants()).toBe(1); // nobody was appointed anew

  const [before] = listed();
  await appointDemoStaff(folder, "http://localhost:1", "http://127.0.0.1:3");
  expect(await mayWork()).toEqual(first);
  expect((await staff.member(before!.staffId))?.grants.every(({ ended }) => ended)).toBe(true);
});
