/** What offices write above the columns of a roster. Spelling as `headerWord` leaves it: no blanks, small letters. */
import type { RosterField } from '@huhudao/protocol';
import type { PrivateKind } from './roster.ts';

/** Whole names. A header that is one of them is certain. */
export const columnNames: Readonly<Record<RosterField, string>> = {
  community: '社区 社区名称 所属社区 所在社区 村社区 社区村 居委会 居委 村居 村委会 community',
  grid: '网格 网格名称 网格号 网格编号 所属网格 所在网格 网格区域 grid',
  compound:
    '小区 小区名称 小区名 所属小区 所在小区 住宅小区 楼盘 楼盘名称 院落 院落名称 小区院落 大院 自然村 compound estate',
  building:
    '楼栋 楼栋号 楼栋名称 栋 栋号 栋数 幢 幢号 楼号 楼 号楼 楼幢 楼幢号 几号楼 座 座号 楼宇 楼宇号 楼宇名称 楼座 所在楼栋 所属楼栋 building buildingno',
  stairwell: '单元 单元号 单元名称 门洞 门洞号 楼道 楼道号 楼门 楼门号 梯号 所在单元 stairwell entrance unit',
  floor: '楼层 层 层数 楼层号 所在楼层 所在层 第几层 floor',
  room: '房号 房间号 房间 房屋号 房屋编号 室 室号 户号 户室 户室号 门牌 门牌号 门牌号码 门号 房门号 门户号 住房号 门室号 room roomno door doorno',
  residentName:
    '姓名 户主 户主姓名 业主 业主姓名 居民姓名 住户姓名 住户 联系人 联系人姓名 产权人 产权人姓名 房主 房主姓名 户主名 居民 实际居住人 name resident householder',
  phone:
    '电话 手机 电话号码 手机号 手机号码 联系电话 联系方式 联系号码 户主电话 户主手机 户主联系电话 业主电话 居民电话 联系人电话 移动电话 固定电话 座机 phone mobile telephone tel',
  occupancy:
    '房屋状态 房屋状况 房屋情况 房屋使用情况 房屋使用状态 使用情况 使用状态 居住情况 居住状态 居住状况 入住情况 入住状态 入住状况 住房情况 住房状态 住户状态 房屋用途 房屋类型 居住类型 居住性质 状态 occupancy status',
  note: '备注 备注信息 说明 备注说明 其他 其它 其他情况 特殊情况 备考 note notes remark remarks comment',
};

/** Parts of names, tried when the whole is not known, in this order: 户主联系电话(必填) is a phone before it is a name. */
export const columnWords: readonly (readonly [RosterField, RegExp])[] = [
  ['phone', /电话|手机|联系方式/],
  ['residentName', /姓名|户主|业主/],
  ['occupancy', /居住(情况|状)|入住|房屋(使用)?(状|情况)|使用(状|情况)/],
  ['grid', /网格/],
  ['compound', /小区|院落/],
  ['community', /社区|居委/],
  ['stairwell', /单元|门洞|楼道/],
  ['floor', /楼层/],
  ['building', /楼栋|楼号|栋号|幢号|楼幢/],
  ['room', /房号|房间|室号|门牌|户号/],
  ['note', /备注/],
];

/** Columns about the people who look after a place, not those who live there; and about somebody else to ring. */
export const notOfTheHousehold =
  /(网格|楼|楼道|楼栋|单元|社区|小区|片区)(员|长|干部|民警|主任|书记|负责人|管家)|民警|物业|志愿者|包户|走访人|填表|登记人|紧急|工作单位|户籍/;

export const privateNames: readonly (readonly [PrivateKind, RegExp])[] = [
  ['idNumber', /身份证|证件号|证件编号|公民身份|身份号|idnumber|idcard|^id$/],
  ['birthDate', /出生|生日|birth|^dob$/],
];
