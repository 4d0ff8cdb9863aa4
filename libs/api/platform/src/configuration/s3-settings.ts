import { WrongSetting } from './wrong-setting.js';

/** An S3-compatible store. Without keys the machine's own role is used, as the AWS SDK finds it. */
export interface S3Settings {
  bucket: string;
  /** Undefined for Amazon's own. */
  endpoint: string | undefined;
  region: string;
  keys: { accessKeyId: string; secretAccessKey: string } | undefined;
}

interface Given {
  WAYMARK_S3_BUCKET?: string | undefined;
  WAYMARK_S3_ENDPOINT?: string | undefined;
  WAYMARK_S3_REGION?: string | undefined;
  WAYMARK_S3_ACCESS_KEY?: string | undefined;
  WAYMARK_S3_SECRET_KEY?: string | undefined;
}

/** Undefined when nothing about S3 is set. Throws {@link WrongSetting} for settings that do not go together. */
export function s3Settings(given: Given): S3Settings | undefined {
  const { WAYMARK_S3_BUCKET: bucket, WAYMARK_S3_ENDPOINT: endpoint, WAYMARK_S3_REGION: region } = given;
  const { WAYMARK_S3_ACCESS_KEY: accessKeyId, WAYMARK_S3_SECRET_KEY: secretAccessKey } = given;
  if (bucket === undefined) {
    const lonely = Object.entries(given).find(([name, value]) => name.startsWith('WAYMARK_S3_') && value !== undefined);
    if (!lonely) return undefined;
    throw new WrongSetting(`WAYMARK_S3_BUCKET is missing: ${lonely[0]} is set, and there is no bucket to use it for.`);
  }
  if ((accessKeyId === undefined) !== (secretAccessKey === undefined)) {
    const [missing, other] = accessKeyId === undefined ? ['ACCESS', 'SECRET'] : ['SECRET', 'ACCESS'];
    throw new WrongSetting(`WAYMARK_S3_${missing}_KEY is missing: it belongs to WAYMARK_S3_${other}_KEY.`);
  }
  const keys = accessKeyId && secretAccessKey ? { accessKeyId, secretAccessKey } : undefined;
  return { bucket, endpoint, region: region ?? 'us-east-1', keys };
}
