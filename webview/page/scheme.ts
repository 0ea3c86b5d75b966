/** @file Light or dark as the reader's system is, and its contrast: told to the panel as VS Code tells it, by classes of the body. */

export function followScheme(): void {
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const contrast = matchMedia('(prefers-contrast: more)');
  const set = (): void => {
    const { classList } = document.body;
    classList.toggle('vscode-dark', dark.matches && !contrast.matches);
    classList.toggle('vscode-light', !dark.matches && !contrast.matches);
    classList.toggle('vscode-high-contrast', dark.matches && contrast.matches);
    classList.toggle('vscode-high-contrast-light', !dark.matches && contrast.matches);
  };
  dark.addEventListener('change', set);
  contrast.addEventListener('change', set);
  set();
}
