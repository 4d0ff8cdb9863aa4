export const PACK_FORMAT = 'waymark-pack-v1';
