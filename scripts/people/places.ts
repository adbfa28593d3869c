// Where synthetic people live: the three places of the founding documents, with their real divisions.
import type { Chance } from "./random.ts";

export type Place = { division: string; name: string; townships: readonly string[] };
export type Region = { key: RegionKey; name: string; city: string; province: string; places: readonly Place[] };
export type RegionKey = "huainan" | "nanjing" | "weishan";

const place = (division: string, name: string, townships: string): Place => ({
  division,
  name,
  townships: townships.split(" "),
});

export const regions: Record<RegionKey, Region> = {
  huainan: {
    key: "huainan",
    name: "淮南",
    city: "安徽省淮南市",
    province: "34",
    places: [
      place("340402", "大通区", "大通街道 上窑镇 洛河镇 九龙岗镇"),
      place("340403", "田家庵区", "国庆街道 朝阳街道 公园街道 洞山街道 龙泉街道 舜耕镇 安成镇"),
      place("340404", "谢家集区", "谢家集街道 蔡家岗街道 唐山镇 李郢孜镇"),
      place("340405", "八公山区", "新庄孜街道 土坝孜街道 八公山镇 山王镇"),
      place("340406", "潘集区", "田集街道 高皇镇 平圩镇 潘集镇 芦集镇"),
      place("340421", "凤台县", "城关镇 新集镇 朱马店镇 岳张集镇 顾桥镇"),
      place("340422", "寿县", "寿春镇 正阳关镇 瓦埠镇 安丰镇 板桥镇"),
    ],
  },
  nanjing: {
    key: "nanjing",
    name: "南京",
    city: "江苏省南京市",
    province: "32",
    places: [
      place("320102", "玄武区", "梅园新村街道 新街口街道 锁金村街道"),
      place("320104", "秦淮区", "夫子庙街道 五老村街道 红花街道"),
      place("320105", "建邺区", "莫愁湖街道 南苑街道 兴隆街道"),
      place("320106", "鼓楼区", "宁海路街道 华侨路街道 湖南路街道 江东街道"),
      place("320111", "浦口区", "江浦街道 桥林街道"),
      place("320113", "栖霞区", "尧化街道 迈皋桥街道 仙林街道"),
      place("320114", "雨花台区", "雨花街道 铁心桥街道"),
      place("320115", "江宁区", "东山街道 秣陵街道 淳化街道"),
      place("320116", "六合区", "雄州街道 龙袍街道"),
      place("320117", "溧水区", "永阳街道 白马镇"),
      place("320118", "高淳区", "淳溪街道 桠溪街道"),
    ],
  },
  weishan: {
    key: "weishan",
    name: "微山",
    city: "山东省济宁市",
    province: "37",
    places: [place("370826", "微山县", "夏镇街道 昭阳街道 傅村街道 韩庄镇 欢城镇 留庄镇 两城镇 微山岛镇 南阳镇 鲁桥镇")],
  },
};

export type SyntheticAddress = { division: string; township: string; lines: string };

const ROADS = "幸福路 和平路 解放路 建设路 人民路 光明路 文化路 湖滨路 育才路 团结路 振兴路 工农路".split(" ");

/** As an agency's file writes it: the names of province, city and county in front. */
export function addressIn(region: Region, place: Place, chance: Chance): SyntheticAddress {
  const home = `${chance.pick(ROADS)}${chance.between(1, 288)}号${chance.between(1, 36)}幢${chance.between(1, 18)}0${chance.between(1, 6)}室`;
  const township = chance.pick(place.townships);
  return { division: place.division, township, lines: `${region.city}${place.name}${township}${home}` };
}

const VILLAGES = "东街 西街 南门 北门 新庄 团结 红旗 和平 光明 建设 向阳 前进".split(" ");
const HOUSEHOLDS_A_NAME = 2000; // a demo register has one village in each township, a large one a dozen

/** `寿春镇东街村`, `国庆街道东街社区`. */
export const villageOf = ({ township }: SyntheticAddress, household: number): string =>
  `${township}${VILLAGES[Math.floor(household / HOUSEHOLDS_A_NAME) % VILLAGES.length]}${township.endsWith("街道") ? "社区" : "村"}`;
