/** A LIVE room id in digits; apart from its schema, which the page's side does without. */
export const roomIdPattern = /^\d{15,20}$/;
