/** A script as the text of a script element: nothing in it ends the element or opens a comment. */
export function inlineScript(source: string): string {
  return source.replaceAll('<!--', '<\\!--').replaceAll('</script', '<\\/script');
}
