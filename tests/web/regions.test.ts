// The places whose rules an estimate can be made by.
import { describe, expect, test } from "vitest";
import { dataFiles } from "../../scripts/policy/files.ts";
import { regionsIn } from "../../web/regions.ts";

describe("the regions to choose from", () => {
  test("are all provinces, and below each what has numbers of its own, named in both languages", () => {
    const files = dataFiles();
    const [zh, en] = [regionsIn("zh", files), regionsIn("en", files)];
    const own = files.flatMap((file) => (file === "000000.csv" ? [] : [file.slice(0, 6)]));

    expect(zh.filter(({ own }) => own).map(({ code }) => code)).toEqual(own.sort());
    expect(zh.filter(({ within }) => !within)).toHaveLength(31);
    expect(zh.find(({ code }) => code === "340400")).toEqual({ code: "340400", name: "淮南市", own: true, within: "安徽省" });
    expect(en.find(({ code }) => code === "340400")).toMatchObject({ name: "Huainan", within: "Anhui" });
    expect(en.map(({ code }) => code)).toEqual(zh.map(({ code }) => code));
    expect(zh.filter(({ name }) => name === "")).toEqual([]);
  });

  test("go by their code in English until somebody names them", () => {
    expect(regionsIn("en", ["341100.csv"]).find(({ code }) => code === "341100")?.name).toBe("341100");
  });
});
