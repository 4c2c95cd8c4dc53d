import { generateKeyPair, randomBytes, X509Certificate } from 'node:crypto';
import { promisify } from 'node:util';
import forge from 'node-forge';

/** A certificate and its private key, both PEM. */
export type Certified = { certificate: string; key: string };

type Wanted = {
  name: string;
  days: number;
  /** Bits of the RSA key; the longer it is to hold the more. */
  bits: number;
  /** As node-forge takes them. */
  extensions: object[];
  /** Who signs; the certificate itself where nobody does. */
  issuer?: Certified;
  now: Date;
};

const day = 86_400_000;

/** Makes a key pair and a certificate for it. */
export async function certify({ name, days, bits, extensions, issuer, now }: Wanted): Promise<Certified> {
  const pair = await promisify(generateKeyPair)('rsa', {
    modulusLength: bits,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
  const certificate = forge.pki.createCertificate();
  const subject = [{ name: 'commonName', value: name }];
  certificate.publicKey = forge.pki.publicKeyFromPem(pair.publicKey);
  // Positive and never zero: the first hex digit is set.
  certificate.serialNumber = `4${randomBytes(16).toString('hex').slice(1)}`;
  // Tablets whose clocks are behind must not find it to be from the future.
  certificate.validity.notBefore = new Date(now.getTime() - day);
  certificate.validity.notAfter = new Date(now.getTime() + days * day);
  certificate.setSubject(subject);
  certificate.setIssuer(issuer === undefined ? subject : parse(issuer).subject.attributes);
  certificate.setExtensions([
    ...extensions,
    { name: 'subjectKeyIdentifier' },
    { name: 'authorityKeyIdentifier', keyIdentifier: keyIdentifier(issuer, certificate) },
  ]);
  certificate.sign(forge.pki.privateKeyFromPem(issuer?.key ?? pair.privateKey), forge.md.sha256.create());
  return { certificate: forge.pki.certificateToPem(certificate), key: pair.privateKey };
}

const parse = (certified: Certified) => forge.pki.certificateFromPem(certified.certificate);

function keyIdentifier(issuer: Certified | undefined, own: forge.pki.Certificate): string {
  const certificate = issuer === undefined ? own : parse(issuer);
  return certificate.generateSubjectKeyIdentifier().getBytes();
}

/** Whether a certificate still holds in so many days. */
export function holdsFor(certified: Certified, days: number, now: Date): boolean {
  const ends = Date.parse(new X509Certificate(certified.certificate).validTo);
  return ends - now.getTime() > days * day;
}
