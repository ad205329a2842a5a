/** Height of what stands under a picture, in CSS pixels. */
export const CAPTION = 48;
/** The type a dragged picture travels under, so that files from outside are told apart. */
export const OWN_FILE = 'application/x-mengbu-file';
