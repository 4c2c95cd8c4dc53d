import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readNumber } from './chinese-numerals.ts';
import { occupancyWord, readOccupancy } from './normalise-occupancy.ts';
import { readPhones } from './normalise-phone.ts';
import {
  floorOfRoom,
  normaliseBuilding,
  normaliseGrid,
  normaliseRoom,
  normaliseStairwell,
  readFloor,
} from './normalise-place.ts';
import { tidyLabel, tidyName, tidyPlaceName, tidyText } from './normalise-text.ts';
import { splitBuilding, splitDoor } from './split-door.ts';

const toFullWidth = (text: string) =>
  text.replace(/[0-9A-Za-z]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));
const label = (place: { label: string } | null) => place?.label ?? null;
const normalisers: [string, (text: string) => string | null][] = [
  ['free text', tidyText],
  ['a label', tidyLabel],
  ['a name', tidyName],
  ['a place', tidyPlaceName],
  ['a grid', normaliseGrid],
  ['a building', (text) => label(normaliseBuilding(text))],
  ['a stairwell', (text) => label(normaliseStairwell(text))],
  ['a room', (text) => label(normaliseRoom(text))],
  ['an occupancy', occupancyWord],
];

const signs = Array.from(
  "0123456789ABab三十二零〇廿号楼栋幢单元室户层东西甲第网格负-#（） \u3000\u200B'=＝.·•",
);
/** What rosters are made of, and anything else. */
const typed = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.string({ unit: fc.constantFrom(...signs), maxLength: 10 }),
);

describe('one spelling', () => {
  it.each(normalisers)('of %s stays what it is when it comes back', (_, normalise) => {
    fc.assert(
      fc.property(typed, (text) => {
        const once = normalise(text);
        fc.pre(once !== null);
        expect(normalise(once ?? '')).toBe(once);
      }),
      { numRuns: 1_000 },
    );
  });

  it.each(normalisers)(
    'of %s is the same for full-width and half-width digits and letters',
    (_, normalise) => {
      fc.assert(
        fc.property(typed, (text) => {
          expect(normalise(toFullWidth(text))).toBe(normalise(text));
        }),
        { numRuns: 1_000 },
      );
    },
  );
});

describe('numbers', () => {
  it('are read in Chinese as in Arabic signs', () => {
    const written: [string, number][] = [
      ['十', 10],
      ['十二', 12],
      ['二十', 20],
      ['二十三', 23],
      ['廿三', 23],
      ['一百零二', 102],
      ['一百二十', 120],
      ['一二〇三', 1203],
      ['两', 2],
      ['零', 0],
      ['拾叁', 13],
      ['12', 12],
      ['007', 7],
    ];
    for (const [text, value] of written) expect([text, readNumber(text)]).toEqual([text, value]);
  });

  it('are not read into words that only begin with one', () => {
    for (const text of ['', '三里屯', '百', '十十', '一栋', '1a', '-1']) expect(readNumber(text)).toBeNull();
  });
});

describe('places', () => {
  it('buildings of one number are one building', () => {
    for (const text of [
      '3号楼',
      '3栋',
      '3幢',
      '3#',
      '3#楼',
      '３栋',
      '三号楼',
      '第3栋',
      ' 3 号 楼 ',
      '03栋',
      '3',
      '3楼',
      '3座',
    ]) {
      expect([text, normaliseBuilding(text)]).toEqual([text, { label: '3栋', sort: 3 }]);
    }
  });

  it('buildings with more than a number keep what tells them apart', () => {
    expect(normaliseBuilding('A座')).toEqual({ label: 'A栋', sort: 1 });
    expect(normaliseBuilding('3甲')).toEqual({ label: '3甲栋', sort: 3 });
    expect(normaliseBuilding('南3楼')).toEqual({ label: '南3栋', sort: 3 });
    expect(normaliseBuilding('3-1号楼')).toEqual({ label: '3-1栋', sort: 3 });
    expect(label(normaliseBuilding('综合楼'))).toBe('综合楼');
    expect(label(normaliseBuilding('十二号楼'))).toBe('12栋');
    expect(normaliseBuilding(' ')).toBeNull();
  });

  it('stairwells of one number are one stairwell', () => {
    for (const text of ['3单元', '三单元', '3门', '3门洞', '3', '第三单元', '３单元', '3号门', '3楼道']) {
      expect([text, normaliseStairwell(text)]).toEqual([text, { label: '3单元', sort: 3 }]);
    }
    expect(normaliseStairwell('十二单元')).toEqual({ label: '12单元', sort: 12 });
    expect(label(normaliseStairwell('东门'))).toBe('东单元');
    expect(label(normaliseStairwell('A单元'))).toBe('A单元');
  });

  it('grids of one number are one grid, others keep their name', () => {
    for (const text of ['第3网格', '3网格', '三网格', '网格03', '第三网格'])
      expect(normaliseGrid(text)).toBe('第3网格');
    expect(normaliseGrid('柳荫一网格')).toBe('柳荫一网格');
  });

  it('rooms are the number on the door', () => {
    for (const text of ['101', '101室', '１０１', '101号', '101房', '一零一室', '101.0', '101户']) {
      expect([text, normaliseRoom(text)]).toEqual([text, { label: '101', sort: 101 }]);
    }
    expect(label(normaliseRoom('0101'))).toBe('0101');
    expect(label(normaliseRoom('1203a'))).toBe('1203A');
    expect(label(normaliseRoom('东户'))).toBe('东户');
  });

  it('floors are whole numbers, basements negative, and nothing is made up', () => {
    const floors: [string, number | null][] = [
      ['12', 12],
      ['12层', 12],
      ['十二楼', 12],
      ['第3层', 3],
      ['3F', 3],
      ['负一层', -1],
      ['B1', -1],
      ['-2', -2],
      ['地下一层', -1],
      ['B2F', -2],
      ['底层', 1],
      ['3.0', 3],
      ['0', null],
      ['阁楼', null],
      ['夹层', null],
      ['999', null],
    ];
    for (const [text, floor] of floors) expect([text, readFloor(text)]).toEqual([text, floor]);
  });

  it('a room tells its floor', () => {
    const rooms: [string, number | null][] = [
      ['101', 1],
      ['1203', 12],
      ['0203', 2],
      ['B101', -1],
      ['负201', -2],
      ['A302', 3],
      ['1203A', 12],
      ['12A', 12],
      ['1203-1', 12],
      ['12', null],
      ['东户', null],
      ['30203', null],
      ['10203', 2],
      ['001', null],
    ];
    for (const [room, floor] of rooms) expect([room, floorOfRoom(room, 1)]).toEqual([room, floor]);
  });

  it('a door written in one cell is taken apart', () => {
    expect(splitDoor('3-2-501')).toEqual({ building: '3', stairwell: '2', room: '501' });
    expect(splitDoor('2-501')).toEqual({ stairwell: '2', room: '501' });
    expect(splitDoor('3号楼2单元501室')).toEqual({ building: '3号楼', stairwell: '2单元', room: '501' });
    expect(splitDoor('3栋501')).toEqual({ building: '3栋', room: '501' });
    expect(splitDoor('建设新村3号楼2单元501')).toEqual({
      compound: '建设新村',
      building: '3号楼',
      stairwell: '2单元',
      room: '501',
    });
    expect(splitDoor('101-1')).toEqual({ room: '101-1' });
    expect(splitDoor('东户')).toEqual({ room: '东户' });
    expect(splitBuilding('3号楼2单元')).toEqual({ building: '3号楼', stairwell: '2单元' });
    expect(splitBuilding('3号楼')).toBeNull();
  });

  it('a text too long for a door is not searched for one', () => {
    fc.assert(
      fc.property(fc.integer({ min: 30, max: 200 }), fc.constantFrom('新', '一', '3'), (length, sign) => {
        const [door, building] = [
          `${sign.repeat(length)}新村3号楼2单元501`,
          `${sign.repeat(length)}3号楼2单元`,
        ];
        expect(splitDoor(door)).toEqual({ room: door });
        expect(splitBuilding(building.padStart(41, '三'))).toBeNull();
      }),
    );
  });
});

describe('phones', () => {
  it('are read however a spreadsheet holds them', () => {
    const cells: [string | number, string][] = [
      [19900009974, '19900009974'],
      ['1.3912345678E10', '13912345678'],
      ['1.3912345678e+10', '13912345678'],
      ['13912345678.0', '13912345678'],
      ['１３９１２３４５６７８', '13912345678'],
      ['139 1234 5678', '13912345678'],
      ['139-1234-5678', '13912345678'],
      ['+86 13912345678', '13912345678'],
      ['008613912345678', '13912345678'],
      ["'13912345678", '13912345678'],
      ['手机：13912345678（儿子）', '13912345678'],
      ['010-66554433', '010-66554433'],
      ['01066554433', '010-66554433'],
      ['(010)6655 4433', '010-66554433'],
      ['0531-66554433转801', '0531-66554433-801'],
      ['+86 10 66554433', '010-66554433'],
      ['66554433', '66554433'],
      ['400-800-1234', '4008001234'],
    ];
    for (const [cell, phone] of cells)
      expect([cell, readPhones(cell)]).toEqual([cell, { phones: [phone], found: 1 }]);
  });

  it('are told apart when a cell holds two', () => {
    expect(readPhones('13912345678/010-66554433')).toEqual({
      phones: ['13912345678', '010-66554433'],
      found: 2,
    });
    expect(readPhones('13912345678 13887654321')).toEqual({
      phones: ['13912345678', '13887654321'],
      found: 2,
    });
    expect(readPhones('13912345678、13912345678')).toEqual({ phones: ['13912345678'], found: 1 });
  });

  it('that cannot be rung are none', () => {
    for (const cell of [
      '1990000',
      1990000,
      '12345678901',
      '139123456789',
      '1391234567',
      'abc',
      '',
      13.5,
      '0000000',
    ]) {
      expect([cell, readPhones(cell).phones]).toEqual([cell, []]);
    }
  });
});

describe('occupancies', () => {
  it('are what offices call them', () => {
    const words = {
      自住: 'occupied',
      出租: 'rented',
      空置: 'vacant',
      人户分离: 'absent',
      商用: 'business',
      拆迁: 'demolished',
    };
    for (const [word, occupancy] of Object.entries(words)) expect(readOccupancy(` ${word} `)).toBe(occupancy);
  });

  it('are never guessed; an answer settles the word', () => {
    expect(readOccupancy('人在户不在')).toBeNull();
    expect(readOccupancy('constructor')).toBeNull();
    expect(readOccupancy('人在户不在', { 人在户不在: 'rented' })).toBe('rented');
  });
});
