// The provinces that have counties to choose from, for pages: the file `provinces.json`.
import * as v from "valibot";
import { provinces } from "../kernel/provinces.ts";

export const ProvinceList = v.array(v.object({ code: v.string(), zh: v.string(), en: v.string() }));
export type ProvinceList = v.InferOutput<typeof ProvinceList>;

const english: Readonly<Record<string, string>> = {
  "11": "Beijing",
  "12": "Tianjin",
  "13": "Hebei",
  "14": "Shanxi",
  "15": "Inner Mongolia",
  "21": "Liaoning",
  "22": "Jilin",
  "23": "Heilongjiang",
  "31": "Shanghai",
  "32": "Jiangsu",
  "33": "Zhejiang",
  "34": "Anhui",
  "35": "Fujian",
  "36": "Jiangxi",
  "37": "Shandong",
  "41": "Henan",
  "42": "Hubei",
  "43": "Hunan",
  "44": "Guangdong",
  "45": "Guangxi",
  "46": "Hainan",
  "50": "Chongqing",
  "51": "Sichuan",
  "52": "Guizhou",
  "53": "Yunnan",
  "54": "Xizang (Tibet)",
  "61": "Shaanxi",
  "62": "Gansu",
  "63": "Qinghai",
  "64": "Ningxia",
  "65": "Xinjiang",
};

export const provinceList = (): ProvinceList =>
  Object.entries(english).map(([code, name]) => ({ code, zh: provinces[code] ?? name, en: name }));
