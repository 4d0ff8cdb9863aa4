import type { Address } from 'nodemailer/lib/mailer/index.js';
import { PRODUCT } from '../brand/brand.js';

/**
 * Whom a mail comes from: the address of `MAIL_FROM`, and the name in it, unless that is none or the product's own: then what
 * the platform calls itself.
 */
export function senderOf(from: string, brand: string): Address {
  const { name = '', address = from } = /^\s*(?<name>.*?)\s*<(?<address>[^<>]+)>\s*$/.exec(from)?.groups ?? {};
  const own = name.replace(/^"(.*)"$/, '$1');
  return { name: own === '' || own === PRODUCT ? brand : own, address: address.trim() };
}
