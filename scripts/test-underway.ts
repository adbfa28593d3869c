// A reporter for vitest: writes into the file UNDERWAY what is being run, so that who ends a run that hangs can say where it was.
import { writeFileSync } from "node:fs";

const file = process.env["UNDERWAY"] ?? "";
const say = (what: string) => writeFileSync(file, what);

type Module = { relativeModuleId: string };
type Case = { module: Module; fullName: string };

export default class {
  onTestModuleStart({ relativeModuleId }: Module) {
    say(`before the first test of ${relativeModuleId}`);
  }
  onTestCaseReady({ module, fullName }: Case) {
    say(`${module.relativeModuleId}: ${fullName}`);
  }
  onTestCaseResult({ module, fullName }: Case) {
    say(`${module.relativeModuleId}, after: ${fullName}`);
  }
  onTestModuleEnd({ relativeModuleId }: Module) {
    say(`after ${relativeModuleId}`);
  }
}
