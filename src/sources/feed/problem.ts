/**
 * Why a rule of the format refuses a value, as the rule's message: `absurd` figures can't be,
 * `hostile` text or addresses would do harm. Any other message means that the shape is wrong.
 */
export const ABSURD = 'absurd';
export const HOSTILE = 'hostile';
