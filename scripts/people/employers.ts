import { type RegionKey, regions } from "./places.ts";
import { chanceFrom } from "./random.ts";

export type SyntheticEmployer = { name: string; code: string; kind: "enterprise" | "institution" };

const EMPLOYERS_A_REGION = 400;
const BRANDS = "晨光 远山 新禾 长淮 云岭 同和 恒远 金穗 瑞丰 正大光 海棠 青石 明远 东篱".split(" ");
const TRADES = "机械 煤电 建筑工程 纺织 食品 物流 餐饮管理 电子科技 物业服务 商贸 船舶运输 水产养殖".split(" ");
const INSTITUTIONS = "第一小学 第二中学 人民医院 图书馆 农技推广站 职业技术学校 社区卫生服务中心".split(" ");

/** GB 32100-2015: thirty-one characters (no I, O, S, V, Z), weights 3^i mod 31. */
const ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

/** A unified social credit code that no authority ever gave: its division is one that was never issued. */
function creditCode(registration: string, serial: string): string {
  const body = registration + serial;
  const sum = [...body].reduce((total, letter, i) => total + ALPHABET.indexOf(letter) * (3 ** i % 31), 0);
  return body + ALPHABET.charAt((31 - (sum % 31)) % 31);
}

/** Those of a region, the same ones for the same seed. `counties`: never issued, of the region's province. */
export function employersOf(seed: number, region: RegionKey, counties: readonly string[]): SyntheticEmployer[] {
  const chance = chanceFrom(seed, "employers", region);
  return Array.from({ length: EMPLOYERS_A_REGION }, (_, index) => {
    const kind = index % 9 === 0 ? "institution" : "enterprise";
    const { name: city, places } = regions[region];
    const where = `${city}${chance.pick(places).name}`;
    const serial = Array.from({ length: 9 }, () => chance.pick([...ALPHABET])).join("");
    return {
      kind,
      name:
        kind === "institution"
          ? `${where}${chance.pick(INSTITUTIONS)}`
          : `${where}${chance.pick(BRANDS)}${chance.pick(TRADES)}有限公司`,
      code: creditCode(`${kind === "institution" ? "12" : "91"}${chance.pick(counties)}`, serial),
    };
  });
}
