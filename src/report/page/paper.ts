/** How wide a figure is on paper, in CSS pixels: between the margins of A4 and of Letter, less its frame. */
export const WIDTH_ON_PAPER = 640;
