const item = (identifier: string, inside = '', below = '', attributes = ''): string =>
  `<item identifier="${identifier}" ${below === '' ? `identifierref="r-${identifier}"` : ''} ${attributes}>
    <title>Title of ${identifier}</title>${inside}${below}</item>`;

export { item };

export const manifest12 = (items: string): string => `<?xml version="1.0"?>
<manifest identifier="m" xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2" xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2">
<organizations default="o"><organization identifier="other"><title>Other</title></organization>
<organization identifier="o"><title>Course</title>${items}</organization></organizations></manifest>`;

/** @param sequencing of the organisation itself, `<imsss:sequencing>` and what belongs beside it */
export const manifest2004 = (items: string, sequencing = '', more = ''): string => `<?xml version="1.0"?>
<manifest identifier="m" xmlns="http://www.imsglobal.org/xsd/imscp_v1p1" xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_v1p3"
  xmlns:adlseq="http://www.adlnet.org/xsd/adlseq_v1p3" xmlns:adlnav="http://www.adlnet.org/xsd/adlnav_v1p3"
  xmlns:imsss="http://www.imsglobal.org/xsd/imsss">
<organizations default="o"><organization identifier="o"><title>Course</title>${items}${sequencing}</organization></organizations>
${more}</manifest>`;

export const controlMode = (attributes: string): string =>
  `<imsss:sequencing><imsss:controlMode ${attributes}/></imsss:sequencing>`;
