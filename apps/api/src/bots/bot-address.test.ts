import { describe, expect, it } from 'vitest';
import { readAddress, signAddress } from './bot-address.ts';

const hosts = ['oapi.dingtalk.com', '127.0.0.1:9000', '10.0.0.1'];

describe('the address of a bot', () => {
  it.each(['https://oapi.dingtalk.com/robot/send?access_token=x', 'http://127.0.0.1:9000/a'])(
    'may be %s',
    (url) => {
      expect(readAddress(url, hosts)?.href).toBe(url);
    },
  );

  it.each([
    'http://oapi.dingtalk.com/robot/send',
    'https://oapi.dingtalk.com.evil.example/',
    'https://oapi.dingtalk.com@evil.example/',
    'https://user:word@oapi.dingtalk.com/',
    'https://oapi.dingtalk.com:8443/',
    'http://127.0.0.1:9001/',
    'http://10.0.0.1/',
    'http://169.254.169.254/',
    'ftp://oapi.dingtalk.com/',
    'oapi.dingtalk.com',
    '',
  ])('is not %s', (url) => {
    expect(readAddress(url, hosts)).toBeNull();
  });

  it('is signed as DingTalk describes: the same as Python’s hmac, base64 and quote_plus make of it', () => {
    const address = new URL('https://oapi.dingtalk.com/robot/send?access_token=x');
    expect(signAddress(address, 'dingTalk', 'this is secret', 1_577_262_236_757).search).toBe(
      '?access_token=x&timestamp=1577262236757&sign=hmPWwU%2B7lVdm3ZZz0r9tSfx0L4Q26jWOZr9%2BGs6EZQM%3D',
    );
    expect(signAddress(address, 'dingTalk', null, 1).search).toBe('?access_token=x');
    expect(signAddress(address, 'weCom', 'this is secret', 1).search).toBe('?access_token=x');
  });
});
